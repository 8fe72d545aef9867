import { expect, test } from "bun:test"
import { personNewsIn } from "./person-news.ts"

const news = { news: "bookings-changed" } as const

test("news for people is understood as this version tells it, and as the one before it did", () => {
  const [one, other] = ["one", "other"]
  const ofSeveral = { userIds: [one, other], news }
  expect(personNewsIn(JSON.stringify(ofSeveral))).toEqual(ofSeveral)
  expect(personNewsIn(JSON.stringify({ userId: one, news }))).toEqual({ userIds: [one], news })
  for (const unknown of ["", "{}", JSON.stringify({ userIds: [one], news: { news: "other" } })]) {
    expect(personNewsIn(unknown)).toBeUndefined()
  }
})
