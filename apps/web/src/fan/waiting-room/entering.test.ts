import { describe, expect, test } from "bun:test"
import { endingOf, wayInOf } from "./entering.ts"
import { someStanding } from "./testing.ts"

const absent = someStanding({ state: "absent" })

describe("a place in line is taken", () => {
  test("at once by who comes to an open line, or is called back to its front", () => {
    expect(wayInOf(absent, false)).toBe("now")
    const passedOver = someStanding({ state: "absent", position: 1, ahead: 0, draining: true })
    expect(wayInOf({ ...passedOver, ending: "left" }, true)).toBe("now")
  })

  test("with a press by who left, was inside or has booked", () => {
    expect(wayInOf({ ...absent, ending: "left" }, false)).toBe("press")
    expect(wayInOf({ ...absent, ending: "over" }, false)).toBe("press")
    expect(wayInOf(absent, true)).toBe("press")
  })

  test("when the lobby opens by who is there, unless nobody is let in any more", () => {
    const closed = someStanding({ state: "closed", phase: "closed" })
    expect(wayInOf(closed, false)).toBe("opening")
    expect(wayInOf({ ...closed, draining: true }, false)).toBe("none")
    expect(wayInOf({ ...closed, phase: "open" }, false)).toBe("none")
    expect(wayInOf({ ...absent, draining: true }, false)).toBe("none")
  })

  test("only once", () => {
    for (const state of ["lobby", "waiting", "admitted", "sold-out"] as const) {
      expect(wayInOf(someStanding({ state }), false)).toBe("none")
    }
  })
})

test("a place in a line that was lost is taken again, whoever had it", () => {
  expect(wayInOf({ ...absent, isLost: true }, true)).toBe("now")
})

describe("being out of line", () => {
  test("has an ending that is told", () => {
    expect(endingOf(someStanding({ state: "admitted" }), absent)).toBe("over")
    expect(endingOf(someStanding({ state: "waiting" }), absent)).toBe("left")
    expect(endingOf(someStanding({ state: "lobby" }), absent)).toBe("left")
  })

  test("is none for who comes, who is called back, and whose line was lost", () => {
    expect(endingOf(undefined, absent)).toBeUndefined()
    expect(endingOf(someStanding(), { ...absent, position: 1 })).toBeUndefined()
    expect(endingOf(someStanding(), { ...absent, isLost: true })).toBeUndefined()
  })
})
