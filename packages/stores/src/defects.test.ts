import { expect, test } from "bun:test"
import { Refused } from "@podo/contract/refusal"
import { defectsTo } from "./defects.ts"

const lines: unknown[] = []
const tellTo = (level: string) => (facts: object, message: string) =>
  void lines.push([level, facts, message])
const onDefect = defectsTo({ warn: tellTo("warn"), error: tellTo("error") })

test("a store that is away is a warning, and anything else a defect", () => {
  const defect = new Error("It is broken.")
  onDefect(new Error("Command timed out"), "settling")
  onDefect(Object.assign(new Error("Refused"), { code: "ECONNREFUSED", errno: 1 }), "settling")
  onDefect(new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: 1_000 }), "settling")
  onDefect(new Refused({ code: "SIGN_IN_REQUIRED" }), "settling")
  onDefect(defect, "settling")
  expect(lines).toEqual([
    ["warn", { doing: "settling", store: "redis" }, "a store is away"],
    ["warn", { doing: "settling", store: "mysql" }, "a store is away"],
    ["warn", { doing: "settling" }, "a store is away"],
    ["error", { err: expect.any(Refused), doing: "settling" }, "defect"],
    ["error", { err: defect, doing: "settling" }, "defect"],
  ])
})
