import { expect, test } from "bun:test"
import { withoutUnitOf } from "./spoken-wait.ts"

test("of two waits in one unit the first is told by its number alone", () => {
  expect(withoutUnitOf("56시간", "19시간")).toBe("19")
  expect(withoutUnitOf("2 hours", "84 minutes")).toBe("84 minutes")
  expect(withoutUnitOf("2 hours", "1 hour")).toBe("1 hour")
})
