import { describe, expect, test } from "bun:test"
import type { DeskRoom } from "@podo/contract/desk-room"
import { admittedLately, roomNowOf, roomPollMsOf } from "./room-state.ts"

const NOW_MS = Date.UTC(2031, 0, 19, 11)

const room = {
  at: 1_000,
  lineId: "1",
  phase: "open",
  waiting: 10,
  moved: 0,
  left: [0, 3],
  paused: false,
  draining: false,
  message: "",
  lobbyOpensAt: "2031-01-19T10:00:00.000Z",
  saleOpensAt: "2031-01-19T11:00:00.000Z",
  hasDraw: true,
  seedHash: null,
} satisfies DeskRoom["room"]

const nowOf = (change: Partial<NonNullable<DeskRoom["room"]>>, nowMs = NOW_MS) =>
  roomNowOf({ room: { ...room, ...change } }, nowMs)

describe("the state of a room", () => {
  test("is told by its phase, and by whether anybody is let in", () => {
    expect([nowOf({}), nowOf({ paused: true }), nowOf({ left: [0, 0] })]).toEqual([
      "letting-in",
      "paused",
      "keeping",
    ])
    expect([nowOf({ phase: "lobby" }), nowOf({ phase: "sold-out" })]).toEqual(["lobby", "sold-out"])
    expect(nowOf({ phase: "lobby", paused: true })).toBe("paused-lobby")
    expect(nowOf({ phase: "closed" })).toBe("over")
    expect(nowOf({ phase: "closed" }, NOW_MS - 7_200_000)).toBe("before")
    expect(roomNowOf({ room: null }, NOW_MS)).toBe("away")
  })

  test("is asked for again as often as it changes", () => {
    const desk = { terms: {}, room } as unknown as DeskRoom
    const often = roomPollMsOf(desk)
    expect(roomPollMsOf({ ...desk, room: null })).toBe(often)
    expect(Number(roomPollMsOf({ ...desk, room: { ...room, phase: "closed" } }))).toBeGreaterThan(
      Number(often),
    )
    expect(roomPollMsOf({ ...desk, terms: null })).toBe(false)
  })

  test("counts who was let in by minutes that are over", () => {
    const minutes = [7, 9, 2].map((admitted) => ({ admitted })) as DeskRoom["minutes"]
    expect(admittedLately({ minutes })).toEqual({ lastMinute: 9, thisMinute: 2 })
    expect(admittedLately({ minutes: [] })).toEqual({ lastMinute: 0, thisMinute: 0 })
  })
})
