import { userIdOf } from "./ids.ts"

const surnames = "김이박최정강조윤장임한오서신권황안송류홍".split("")
const beginnings = "서민지하윤도예시유채건나다라보소아은이해".split("")
const endings = "연우준아진원율호현린슬비온담별솔람결빈찬".split("")

/** Enough people to fill a good part of the stadium at four places each. */
const FANS = 2_600

export const organizer = {
  id: userIdOf("organizer"),
  name: "이음공연",
  email: "organizer@example.com",
}

const letterOf = (letters: string[], index: number) => letters[index % letters.length] ?? ""

/** Made-up people who have booked already. They have no password: nobody can sign in as one. */
export const fans = Array.from({ length: FANS }, (_, index) => {
  const number = String(index + 1).padStart(4, "0")
  const given = letterOf(beginnings, index) + letterOf(endings, index * 7 + Math.floor(index / 20))
  return {
    id: userIdOf(`fan ${number}`),
    name: letterOf(surnames, index * 3 + Math.floor(index / 400)) + given,
    email: `fan-${number}@example.com`,
  }
})
