import { describe, expect, test } from "bun:test"
import { readableLine } from "./readable-lines.ts"

const call = { level: 30, time: 0, name: "api", msg: "call", procedure: "seating.claim" }
const lineOf = (more: object) => readableLine(JSON.stringify({ ...call, ...more }))

describe("a line of the log on a terminal", () => {
  test("is left out where a call went well, or was refused, in time", () => {
    expect(lineOf({ outcome: "ok", durationMs: 4 })).toBeUndefined()
    expect(lineOf({ outcome: "refused", durationMs: 4 })).toBeUndefined()
    expect(lineOf({ msg: "request", status: 200, durationMs: 4 })).toBeUndefined()
  })

  test("is shown where a call was slow, malformed or a defect", () => {
    expect(lineOf({ outcome: "ok", durationMs: 900 })).toContain("seating.claim")
    expect(lineOf({ outcome: "malformed", durationMs: 4 })).toContain("malformed")
    expect(lineOf({ level: 50, msg: "defect" })).toContain("defect")
  })

  test("is shown where a program says what it does", () => {
    expect(lineOf({ msg: "listening", port: 3000 })).toContain("listening")
  })

  test("is handed on as it is where it is no log line", () => {
    expect(readableLine("Mail to ada@example.com")).toBe("Mail to ada@example.com")
    expect(readableLine("{ not json")).toBe("{ not json")
  })
})
