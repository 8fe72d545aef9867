import { expect, test } from "bun:test"
import { amountOf, typedAmount } from "./money-typing.ts"

test("an amount is typed as people write it, and kept in the currency's minor unit", () => {
  expect(["132,000", "0", " 5 000 "].map((typed) => amountOf(typed, "KRW"))).toEqual([
    132_000, 0, 5_000,
  ])
  expect(["12.5", "12.50", "12", "12."].map((typed) => amountOf(typed, "EUR"))).toEqual([
    1_250, 1_250, 1_200, 1_200,
  ])
})

test("a text that is no amount, or finer than the currency, is none", () => {
  expect(["", "-1", "1e3", "1.5", "one"].map((typed) => amountOf(typed, "KRW"))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect(amountOf("12.505", "EUR")).toBeNull()
})

test("an amount that is edited again reads as it was typed", () => {
  expect(typedAmount(132_000, "KRW")).toBe("132,000")
  expect([typedAmount(1_250, "EUR"), typedAmount(1_200, "EUR")]).toEqual(["12.50", "12"])
})
