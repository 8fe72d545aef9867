import { desk as enDesk } from "@podo/words/en/desk"
import { deskRoom as enDeskRoom } from "@podo/words/en/desk-room"
import { deskSale as enDeskSale } from "@podo/words/en/desk-sale"
import type { Language } from "@podo/contract/account"
import { desk as koDesk } from "@podo/words/ko/desk"
import { deskRoom as koDeskRoom } from "@podo/words/ko/desk-room"
import { deskSale as koDeskSale } from "@podo/words/ko/desk-sale"
import type { MoreWords } from "@podo/words/ko/page"

export const deskWords: Record<Language, MoreWords> = {
  ko: { ...koDesk, deskRoom: koDeskRoom, deskSale: koDeskSale },
  en: { ...enDesk, deskRoom: enDeskRoom, deskSale: enDeskSale },
}
