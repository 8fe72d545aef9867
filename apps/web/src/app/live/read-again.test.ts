import { PerformanceId } from "@podo/contract/ids"
import { describe, expect, test } from "bun:test"
import { readAgainMs } from "./read-again.ts"

const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
const lost = { news: "places-unknown", performanceId } as const
const watching = { news: "watching", performanceId, revision: "1-0" } as const
const changed = { news: "hold-changed", performanceId } as const

describe("the facts of a performance beside its places are read again", () => {
  test("after a loss, when the crowd that reads the places is through, and not by all at once", () => {
    const after = (random: number) => readAgainMs(lost, { ageMs: 0, spreadMs: 2_000, random })
    expect([after(0), after(0.5), after(1)]).toEqual([1_000, 2_000, 3_000])
  })

  test("after a break, unless it has just been read or was never read", () => {
    const after = (ageMs?: number) => readAgainMs(watching, { ageMs, spreadMs: 2_000 })
    expect([after(6_000), after(4_000), after()]).toEqual([0, undefined, undefined])
  })

  test("not because of other news", () => {
    expect(readAgainMs(changed, { ageMs: 60_000, spreadMs: 2_000 })).toBeUndefined()
  })
})
