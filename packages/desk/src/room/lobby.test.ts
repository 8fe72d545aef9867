import { describe, expect, test } from "bun:test"
import { readEvent } from "@podo/catalog/read-event"
import type { EventId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { readStanding } from "@podo/waiting-room/read-standing"
import { setSeenRoom } from "../testing/edits.ts"
import { mintRoomSale } from "../testing/room-sales.ts"
import { findRows, termsIn, unpublish } from "../testing/rooms.queries.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000
const WEEK_MINUTES = 7 * 24 * 60

/** The rooms that were turned off, by performance, as a page tells of them. */
async function readRoomOff(eventId: EventId) {
  const { performances } = await readEvent(stores, null, { eventId })
  return performances.map(({ roomOff }) => roomOff)
}

describe("a lobby", () => {
  const path = "room.lobbyOpensAt"

  test("opens before its sale, and at most a week before", async () => {
    const { set, problemsOf } = await mintRoomSale(stores)
    expect(await problemsOf(termsIn(61))).toEqual([{ path, problem: "lobby-after-opening" }])
    expect(await problemsOf(termsIn(59 - WEEK_MINUTES))).toEqual([
      { path, problem: "lobby-too-early" },
    ])
    expect((await set(termsIn(61 - WEEK_MINUTES))).terms).not.toBeNull()
  })

  test("that has opened keeps its hour and its draw, and nothing else", async () => {
    const { eventId, set, problemsOf } = await mintRoomSale(stores)
    // So near that who comes first could meet the old rules.
    const near = { ...termsIn(0), lobbyOpensAt: new Date(Date.now() + 8_000).toISOString() }
    await set(near)
    const since = "fixed-since-lobby-opened"
    expect(await problemsOf({ ...termsIn(5), hasDraw: false })).toEqual([
      { path, problem: since },
      { path: "room.hasDraw", problem: since },
    ])
    const other = { capacity: 1, perMinute: 2, admissionMinutes: 3, whenSoldOut: "close" as const }
    expect((await set({ ...near, ...other })).terms).toEqual({ ...near, ...other })
    // A draft has been seen by no one.
    await unpublish(stores, eventId)
    expect((await set(termsIn(5, { hasDraw: false }))).terms).toMatchObject({ hasDraw: false })
  })

  test("that nobody could come to may come again at another hour, and by another rule", async () => {
    const { eventId, performanceId, organizer, set } = await mintRoomSale(stores)
    await set(termsIn(30))
    await setSeenRoom(stores, organizer, { performanceId, room: null })
    const { offReason } = (await findRows(stores, performanceId)) ?? {}
    expect(offReason).toBeNull()
    expect((await set(termsIn(5, { hasDraw: false }))).room).toMatchObject({ phase: "closed" })
    expect(await readRoomOff(eventId)).toEqual([null])
  })

  test("that people had come to is off for a reason that everybody can read, until it is on again", async () => {
    const { eventId, performanceId, organizer, set } = await mintRoomSale(stores)
    const terms = termsIn(-5)
    await set(terms)
    const off = setSeenRoom(stores, organizer, { performanceId, room: null })
    expect(await refusalOf(off)).toEqual({
      code: "NOT_VALID",
      problems: [{ path: "reason", problem: "reason-needed" }],
    })
    await set(null)
    const [told] = await readRoomOff(eventId)
    expect(told?.reason).toBe("The power is out.")
    expect(Math.abs(Date.parse(told?.at ?? "") - Date.now())).toBeLessThan(HOUR_MS)
    await set(terms)
    expect(await readRoomOff(eventId)).toEqual([null])
  })
})

describe("a lobby that was turned off and on again", () => {
  async function comeInto(hasDraw: boolean) {
    const { performanceId, set } = await mintRoomSale(stores)
    const terms = termsIn(-5, { hasDraw })
    await set(terms)
    const came = [mintUserId(), mintUserId()]
    for (const userId of came) await enterRoom(stores, userId, { performanceId })
    const standings = () =>
      Promise.all(came.map((userId) => readStanding(stores, userId, { performanceId })))
    await set(null)
    return { performanceId, set, terms, came, standings }
  }

  test.each([true, false])(
    "goes on as it was, with everybody where they were (a draw: %p)",
    async (hasDraw) => {
      const { set, terms, standings } = await comeInto(hasDraw)
      await set({ ...terms, capacity: 7 })
      expect((await standings()).map(({ state }) => state)).toEqual(["lobby", "lobby"])
    },
  )
})
