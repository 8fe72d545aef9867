import { describe, expect, test } from "bun:test"
import { adviceOf, crowdMinutes, rounded } from "./advice.ts"

describe("the rate of a room in people a minute", () => {
  test("is what its people leave free, from all slow to all quick", () => {
    const advice = adviceOf({ capacity: 50, perMinute: 600, admissionMinutes: 10 })
    expect(advice).toEqual({ flow: { from: 5, to: 15 }, limitedBy: "inside", insideMost: 50 })
  })

  test("is never more than its rate, which may be all that counts", () => {
    expect(adviceOf({ capacity: 1_000, perMinute: 60, admissionMinutes: 10 })).toEqual({
      flow: { from: 60, to: 60 },
      limitedBy: "rate",
      insideMost: 600,
    })
    expect(adviceOf({ capacity: 300, perMinute: 60, admissionMinutes: 10 })).toMatchObject({
      flow: { from: 30, to: 60 },
      limitedBy: "both",
    })
  })

  test("lets a crowd wait the longer the less it is, but for whoever is inside at first", () => {
    const figures = { capacity: 300, perMinute: 60, admissionMinutes: 10 }
    expect(crowdMinutes(10_000, figures)).toEqual({ from: 10_000 / 60, to: 9_700 / 30 })
    expect(crowdMinutes(120, figures)).toEqual({ from: 2, to: 2 })
  })

  test("is told as exactly as it is believed", () => {
    expect([0.01, 0.44, 5.26, 15.6, 166.7, 1_234, 34_567].map(rounded)).toEqual([
      0.1, 0.4, 5.3, 16, 170, 1_200, 35_000,
    ])
  })
})
