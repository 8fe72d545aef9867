import { desk as enDesk } from "./en-desk.ts"
import { deskRoom as enDeskRoom } from "./en-desk-room.ts"
import { deskSale as enDeskSale } from "./en-desk-sale.ts"
import type { Language } from "./formats.ts"
import { desk as koDesk } from "./ko-desk.ts"
import { deskRoom as koDeskRoom } from "./ko-desk-room.ts"
import { deskSale as koDeskSale } from "./ko-desk-sale.ts"
import type { MoreWords } from "./ko.ts"

export const deskWords: Record<Language, MoreWords> = {
  ko: { ...koDesk, deskRoom: koDeskRoom, deskSale: koDeskSale },
  en: { ...enDesk, deskRoom: enDeskRoom, deskSale: enDeskSale },
}
