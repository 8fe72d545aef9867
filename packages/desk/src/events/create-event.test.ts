import { describe, expect, test } from "bun:test"
import type { EventId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { openTestStores, testStoreUrls } from "@podo/stores/testing"
import { createEvent } from "./create-event.ts"
import {
  countRowsOf,
  datesIn,
  inDays,
  mintHall,
  mintOrganizer,
  newEvent,
  NO_ROWS,
  termsOn,
} from "../testing/events.queries.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)

const ALL = { event: 1, poster: 1, search: 1, performance: 2, area: 2, audit: 1, outbox: 1 }

const twoDays = async () => {
  const hall = await mintHall(stores)
  return { ...newEvent(hall), dates: datesIn(hall, termsOn(11), termsOn(10)) }
}

describe("a new event", () => {
  test("is a draft with its dates, its poster and its history", async () => {
    const input = await twoDays()
    const event = await createEvent(stores, organizer, input)
    expect(event).toMatchObject({
      title: "달빛 마당",
      publishedAt: null,
      startsAt: inDays(10, 10),
      endsAt: inDays(11, 12),
      performances: [
        { startsAt: inDays(10, 10), capacity: 100, booked: 0, withheld: 0, saleState: "scheduled" },
        { startsAt: inDays(11, 10), areas: [{ area: "day", price: 30_000, capacity: 100 }] },
      ],
    })
    expect(event.posterUrl).toMatch(/^\/posters\/.*\.svg$/)
    expect(await countRowsOf(stores, input.eventId)).toEqual(ALL)
  })

  test("may have no dates yet", async () => {
    const input = newEvent(await mintHall(stores))
    const event = await createEvent(stores, organizer, input)
    expect(event).toMatchObject({ startsAt: null, endsAt: null, performances: [] })
  })

  test("that is sent 50 times at once is one event, written down once", async () => {
    const input = await twoDays()
    const { won, refused } = await race(50, () => createEvent(stores, organizer, input))
    expect([won.length, refused]).toEqual([50, {}])
    expect(new Set(won.map((event) => JSON.stringify(event))).size).toBe(1)
    expect(await countRowsOf(stores, input.eventId)).toEqual(ALL)
  })

  test("under somebody else's id is refused, and theirs stays as it is", async () => {
    const input = await twoDays()
    await createEvent(stores, organizer, input)
    const other = await mintOrganizer(stores)
    const refusal = await refusalOf(createEvent(stores, other, { ...input, title: "Mine" }))
    expect(refusal).toEqual({
      code: "NOT_VALID",
      problems: [{ path: "eventId", problem: "id-taken" }],
    })
    expect(await countRowsOf(stores, input.eventId)).toEqual(ALL)
  })
})

describe("a process that dies while it creates an event", () => {
  const die = async (eventId: EventId, input: unknown, answers: number, way = "") => {
    const script = `${import.meta.dir}/../testing/create-and-die.ts`
    const sent = [
      JSON.stringify(testStoreUrls()),
      organizer.userId,
      JSON.stringify(input),
      String(answers),
      way,
    ]
    const child = Bun.spawn([process.execPath, script, ...sent], { stderr: "inherit" })
    const [said] = [await new Response(child.stdout).text(), await child.exited]
    return {
      said: Number(said),
      signal: child.signalCode,
      rows: await countRowsOf(stores, eventId),
    }
  }

  test("leaves all of it or nothing, whichever statement was its last, and sending it again completes it", async () => {
    const whole = await twoDays()
    const { said: statements, rows } = await die(whole.eventId, whole, Infinity)
    expect([statements > 12, rows]).toEqual([true, ALL])
    const left = await Promise.all(
      Array.from({ length: statements }, async (_, answers) => {
        const input = await twoDays()
        const { signal, rows: after } = await die(input.eventId, input, answers)
        expect(signal).toBe("SIGKILL")
        await createEvent(stores, organizer, input)
        expect(await countRowsOf(stores, input.eventId)).toEqual(ALL)
        return JSON.stringify(after)
      }),
    )
    // The answer tells what was written before the commit, and what was read after it.
    expect(new Set(left)).toEqual(new Set([JSON.stringify(NO_ROWS), JSON.stringify(ALL)]))
    const committedAt = left.indexOf(JSON.stringify(ALL))
    expect(left.slice(committedAt).every((found) => found === JSON.stringify(ALL))).toBe(true)
  }, 30_000)

  // Without this control the test above would also pass if nobody ever died halfway.
  test("and the danger is real: without a transaction it leaves half an event", async () => {
    const input = await twoDays()
    const { rows } = await die(input.eventId, input, 2, "without a transaction")
    expect(rows).toEqual({ ...NO_ROWS, event: 1, poster: 1 })
  })
})
