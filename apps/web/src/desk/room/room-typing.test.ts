import { describe, expect, test } from "bun:test"
import type { RoomTerms } from "@podo/contract/desk-room"
import { figuresTyped, judgeRoom, lobbyTyped, roomFieldOf, roomTypingOf } from "./room-typing.ts"

const performanceId = "01900000-0000-7000-8000-000000000001"
const times = { saleOpensAt: "2031-01-19T11:00:00.000Z", timeZone: "Asia/Seoul" }
const terms: RoomTerms = {
  lobbyOpensAt: "2031-01-19T10:30:00.000Z",
  hasDraw: true,
  capacity: 100,
  perMinute: 60,
  admissionMinutes: 10,
  whenSoldOut: "close",
}
const known = { ...times, performanceId, was: terms, isFixed: false }
const typingOf = (change: Partial<RoomTerms> = {}): ReturnType<typeof roomTypingOf> =>
  roomTypingOf({ terms: { ...terms, ...change }, suggested: terms, etag: "1" }, times)

const sentOf = (...asked: Parameters<typeof judgeRoom>) => {
  const read = judgeRoom(...asked)
  return "sent" in read ? read.sent.room : read.wrongs
}

describe("a lobby", () => {
  test("is typed as people plan it, or by the event's clocks", () => {
    expect(typingOf()).toMatchObject({ isOn: true, lobby: "30", lobbyOpensAt: "2031-01-19T19:30" })
    expect(typingOf({ lobbyOpensAt: "2031-01-18T11:00:00.000Z" }).lobby).toBe("1440")
    expect(typingOf({ lobbyOpensAt: "2031-01-19T10:31:00.000Z" }).lobby).toBe("own")
    expect(lobbyTyped({ ...typingOf(), lobby: "180" }, times)).toBe("2031-01-19T08:00:00.000Z")
    expect(lobbyTyped({ ...typingOf(), lobby: "own", lobbyOpensAt: "" }, times)).toBeNull()
  })

  test("follows the sale where it is planned by it, and otherwise stays to the millisecond", () => {
    expect(sentOf(typingOf(), known)).toEqual(terms)
    const own = { ...terms, lobbyOpensAt: "2031-01-19T10:31:12.345Z" }
    expect(sentOf(typingOf(own), { ...known, was: own })).toEqual(own)
    const later = { ...known, saleOpensAt: "2031-01-20T11:00:00.000Z" }
    expect(sentOf(typingOf(), later)).toEqual({
      ...terms,
      lobbyOpensAt: "2031-01-20T10:30:00.000Z",
    })
  })

  test("needs a time where it is typed by the clock, and is told at the field that is there", () => {
    const path = "room.lobbyOpensAt"
    const own = (lobbyOpensAt: string) => ({ ...typingOf(), lobby: "own" as const, lobbyOpensAt })
    expect(sentOf(own(""), known)).toEqual([{ path, problem: "missing" }])
    expect(sentOf(own("2031-01-19T20:00"), known)).toMatchObject({
      lobbyOpensAt: times.saleOpensAt,
    })
    expect([typingOf(), own("")].map((typed) => roomFieldOf(path, typed))).toEqual([
      "lobby",
      "lobbyOpensAt",
    ])
  })

  test("does not change any more once people have come by it", () => {
    const typed = { ...typingOf(), lobby: "60" as const, hasDraw: false, capacity: "7" }
    expect(sentOf(typed, { ...known, isFixed: true })).toEqual({ ...terms, capacity: 7 })
  })
})

test("a room that is turned off says why, where a reason is typed", () => {
  const off = { ...typingOf(), isOn: false }
  const judged = (typed: typeof off) => {
    const read = judgeRoom(typed, known)
    return "sent" in read ? read.sent : read.wrongs
  }
  expect(judged(off)).toEqual({ performanceId, etag: "1", room: null, reason: undefined } as never)
  expect(judged({ ...off, reason: " A power cut. " })).toMatchObject({ reason: "A power cut." })
})

describe("the numbers of a room", () => {
  test("are told by the paths that the server uses when they are wrong", () => {
    const typed = { ...typingOf(), capacity: "0", perMinute: "60001", admissionMinutes: "" }
    expect(sentOf(typed, known)).toEqual(
      ["capacity", "perMinute", "admissionMinutes"].map((name) => ({
        path: `room.${name}`,
        problem: "out-of-limits",
      })),
    )
    expect(figuresTyped(typed)).toBeNull()
    expect(figuresTyped(typingOf())).toEqual({ capacity: 100, perMinute: 60, admissionMinutes: 10 })
  })

  test("do not matter where it is off, which begins with what is suggested", () => {
    const off = roomTypingOf({ terms: null, suggested: terms, etag: "1" }, times)
    expect(off).toMatchObject({ isOn: false, capacity: "100" })
    expect(sentOf({ ...off, capacity: "" }, known)).toBeNull()
  })
})
