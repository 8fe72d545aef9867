import { describe, expect, test } from "bun:test"
import type { Refusal } from "@podo/contract/refusal"
import { barrier, race, refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { createEvent } from "../events/create-event.ts"
import { insertPerformances, listHallTimes } from "./desk-performances.queries.ts"
import { publishEvent } from "../events/publish-event.ts"
import {
  datesIn,
  inDays,
  mintEventId,
  mintHall,
  mintOrganizer,
  newEvent,
  rowAt,
  termsOn,
} from "../testing/events.queries.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)

describe("a hall has one performance at a time", () => {
  const eventIn = (
    hall: Awaited<ReturnType<typeof mintHall>>,
    ...terms: ReturnType<typeof termsOn>[]
  ) => ({
    ...newEvent(hall),
    dates: datesIn(hall, ...terms),
  })
  const busy: Refusal = {
    code: "NOT_VALID",
    problems: [{ path: "dates.performances.0.startsAt", problem: "hall-busy" }],
  }

  test("of one's own drafts, and of whatever is public", async () => {
    const hall = await mintHall(stores)
    const [mine, theirs] = [await mintOrganizer(stores), await mintOrganizer(stores)]
    const first = await createEvent(stores, mine, eventIn(hall, termsOn(10)))
    expect(await refusalOf(createEvent(stores, mine, eventIn(hall, termsOn(10, 11))))).toEqual(busy)
    await createEvent(stores, mine, eventIn(hall, termsOn(10, 12), termsOn(10, 14)))
    // Somebody else's draft is nobody's business: who is public first has the hall.
    const second = await createEvent(stores, theirs, eventIn(hall, termsOn(10, 11)))
    await publishEvent(stores, mine, first)
    expect(await refusalOf(publishEvent(stores, theirs, second))).toMatchObject({
      problems: [{ path: "performances.0.startsAt", problem: "hall-busy" }],
    })
    expect(await refusalOf(createEvent(stores, theirs, eventIn(hall, termsOn(10, 9))))).toEqual(
      busy,
    )
  })

  test("however many are created for it at once", async () => {
    const hall = await mintHall(stores)
    const { won, refused } = await race(20, (runner) =>
      createEvent(stores, organizer, eventIn(hall, termsOn(10, 8 + (runner % 2)))),
    )
    expect([won.length, refused]).toEqual([1, { NOT_VALID: 19 }])
  })

  test("however many of different organizers are published at once", async () => {
    const hall = await mintHall(stores)
    const drafts = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const who = await mintOrganizer(stores)
        const { eventId } = await createEvent(stores, who, eventIn(hall, termsOn(10)))
        return { who, eventId }
      }),
    )
    const { won } = await race(8, async (runner) => {
      const { who, eventId } = drafts[runner] ?? { who: organizer, eventId: mintEventId() }
      return publishEvent(stores, who, { eventId })
    })
    expect(won).toHaveLength(1)
  })

  // Without this control the tests above would also pass if nothing ever raced.
  test("and the race is real: who looks without the hall's lock finds it free", async () => {
    const hall = await mintHall(stores)
    const bothLooked = barrier(2)
    const { won } = await race(2, async () => {
      const { eventId } = await createEvent(stores, organizer, newEvent(hall))
      return stores.db.transaction().execute(async (trx) => {
        const [from, to] = [new Date(inDays(10)), new Date(inDays(11))]
        const there = await listHallTimes(trx, { ...hall, organizerId: organizer.userId, from, to })
        await bothLooked()
        if (there.length > 0) return expect().fail("It was not free.")
        const row = { ...rowAt(from), eventId, hallId: hall.hallId }
        return insertPerformances(trx, [row], [])
      })
    })
    expect(won).toHaveLength(2)
  })
})
