import { describe, expect, test } from "bun:test"
import { BookingId, HoldId, type UserId } from "@podo/contract/ids"
import { type MintedPerformance, mintPerformance, mintUserId } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { readBooked } from "./read-booked.ts"

const stores = await openTestStores()
const PEOPLE = 40

async function book(userId: UserId, { performanceId }: MintedPerformance) {
  await stores.db
    .insertInto("booking")
    .values({
      id: BookingId.parse(Bun.randomUUIDv7()),
      holdId: HoldId.parse(Bun.randomUUIDv7()),
      userId,
      performanceId,
      status: "confirmed",
      total: 1,
      currency: "KRW",
      bookedAt: new Date(),
    })
    .execute()
}

describe("the person's own part of a list", () => {
  test("is each person's own, however many ask at once, and costs a crowd a few queries", async () => {
    const events = await Promise.all([1, 2, 3].map(() => mintPerformance(stores)))
    const eventIds = events.map(({ eventId }) => eventId)
    const people = Array.from({ length: PEOPLE }, mintUserId)
    // One in four has nothing, the others one event each.
    const choices = people.map((userId, index) => ({ userId, event: events[index % 4] }))
    for (const { userId, event } of choices) if (event) await book(userId, event)
    const before = countStatements(stores)
    const read = await Promise.all(people.map((userId) => readBooked(stores.db, userId, eventIds)))
    const statements = countStatements(stores) - before
    expect(read.map((booked) => booked.map(({ eventId }) => eventId))).toEqual(
      choices.map(({ event }) => (event ? [event.eventId] : [])),
    )
    expect(statements).toBeLessThan(PEOPLE / 2)
  })

  test("is never older than the question", async () => {
    const event = await mintPerformance(stores)
    const person = mintUserId()
    const crowd = Array.from({ length: PEOPLE }, () =>
      readBooked(stores.db, mintUserId(), [event.eventId]),
    )
    await book(person, event)
    expect(await readBooked(stores.db, person, [event.eventId])).toHaveLength(1)
    await Promise.all(crowd)
  })
})
