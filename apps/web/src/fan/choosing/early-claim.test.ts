import { describe, expect, test } from "bun:test"
import { TRPCClientError } from "@trpc/client"
import { isJustTooEarly, untilSaleMs } from "./early-claim.ts"

const OPENS = Date.parse("2026-05-01T11:00:00.000Z")

const refused = (refusal: object) =>
  TRPCClientError.from({ error: { message: "", code: -32_000, data: { refusal } } })
const early = refused({ code: "SALE_NOT_OPEN", opensAt: new Date(OPENS).toISOString() })

describe("a claim that comes a moment before its sale", () => {
  test("is sent again when the sale opens", () => {
    expect(isJustTooEarly(0, early, OPENS - 400)).toBe(true)
    expect(untilSaleMs(early, OPENS - 400)).toBe(400)
  })

  test("is sent again soon where the page's clock was ahead, but not for ever", () => {
    expect(untilSaleMs(early, OPENS + 20)).toBeGreaterThan(0)
    expect(isJustTooEarly(7, early, OPENS + 500)).toBe(true)
    expect(isJustTooEarly(8, early, OPENS + 500)).toBe(false)
  })

  test("is a plain no when the sale opens later, or for any other reason", () => {
    expect(isJustTooEarly(0, early, OPENS - 1_001)).toBe(false)
    expect(isJustTooEarly(0, refused({ code: "SALE_CLOSED" }), OPENS)).toBe(false)
    expect(isJustTooEarly(0, new Error("lost"), OPENS)).toBe(false)
  })
})
