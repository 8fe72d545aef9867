import { describe, expect, test } from "bun:test"
import { TRPCClientError } from "@trpc/client"
import { placeWrongs, wrongsOf } from "./field-problems.ts"

const answered = (data: object) =>
  TRPCClientError.from({ error: { code: -32_600, message: "no", data } } as never)

describe("the field problems in an answer", () => {
  test("is the same problem whether the schema or the stores found it", () => {
    const bySchema = answered({
      issues: [{ path: "dates.run.lastDay", message: "A festival runs for at most 366 days." }],
    })
    const byStores = answered({
      refusal: {
        code: "NOT_VALID",
        problems: [{ path: "dates.run.lastDay", problem: "run-too-long" }],
      },
    })
    const expected = [{ path: "dates.run.lastDay", problem: "run-too-long" as const }]
    expect([wrongsOf(bySchema), wrongsOf(byStores)]).toEqual([expected, expected])
  })

  test("is told in general where the schema's sentence is for scripts", () => {
    const error = answered({ issues: [{ path: "title", message: "Too small" }] })
    expect(wrongsOf(error)).toEqual([{ path: "title", problem: "not-valid" }])
  })

  test("is nothing for other answers", () => {
    expect(wrongsOf(answered({ refusal: { code: "NOT_ALLOWED" } }))).toEqual([])
    expect(wrongsOf(new Error("no network"))).toEqual([])
  })
})

test("a problem is told once, at its field, or by itself when it has none", () => {
  const placed = placeWrongs(
    [
      { path: "dates.performances.0.saleClosesAt", problem: "sale-closes-after-end" },
      { path: "dates.performances.1.saleClosesAt", problem: "sale-closes-before-opening" },
      { path: "title", problem: "missing" },
      { path: "dates.areas", problem: "areas-differ" },
      { path: "areas", problem: "areas-differ" },
    ],
    (name) => ["title", "dates.saleClosesAt"].includes(name),
    (path) => path.replace(/^dates\.performances\.\d+\./, "dates."),
  )
  expect([...placed.atFields].map(([field, { problem }]) => [field, problem])).toEqual([
    ["dates.saleClosesAt", "sale-closes-after-end"],
    ["title", "missing"],
  ])
  expect(placed.elsewhere).toEqual([{ path: "areas", problem: "areas-differ" }])
})
