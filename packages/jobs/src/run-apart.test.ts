import { describe, expect, test } from "bun:test"
import { join } from "node:path"
import { refusalOf } from "@podo/db/racing"
import { KilledApart, runApart } from "./run-apart.ts"

const MODULE = join(import.meta.dir, "testing/jobs-for-tests.ts")
const LIMITS = { timeoutMs: 20_000, bytesMax: 2_000_000_000 }

const run = (input: object, limits = LIMITS) => runApart<Uint8Array>(MODULE, input, limits)
const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

describe("a job in a process of its own", () => {
  test("takes bytes and gives bytes", async () => {
    expect(await run({ kind: "double", bytes: new Uint8Array([1, 2]) })).toEqual(
      new Uint8Array([2, 4]),
    )
  })

  test("refuses as it would here, and fails with what went wrong", async () => {
    const refusal = { code: "TOO_MANY_REQUESTS", retryAfterMs: 7 } as const
    expect(await refusalOf(run({ kind: "refuse" }))).toEqual(refusal)
    expect(String(await failureOf(run({ kind: "fail" })))).toContain("It was told to fail.")
    expect(String(await failureOf(run({ kind: "die" })))).toContain("A job ended by code 3.")
  })

  test("is killed when it takes too long, though its loop never rests", async () => {
    const failure = await failureOf(run({ kind: "hang" }, { ...LIMITS, timeoutMs: 500 }))
    expect(failure).toBeInstanceOf(KilledApart)
    expect(failure).toMatchObject({ reason: "too-slow" })
  })

  test("is killed when it takes too much memory, where the system tells of it", async () => {
    if (process.platform !== "linux") return
    const failure = await failureOf(run({ kind: "grow" }, { ...LIMITS, bytesMax: 300_000_000 }))
    expect(failure).toMatchObject({ reason: "too-large" })
  })
})
