import { describe, expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import * as fc from "fast-check"
import { inputsOf, isMutation, paths } from "../testing/every-procedure.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)

const RUNS = 60
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))

/** The traces that a stack, a statement or a library would leave in an answer. */
const INSIDE =
  /\.ts:\d+|node_modules|\bat async\b|\bstack\b|errno|sqlState|ER_[A-Z]|ioredis|better-auth|`\w+`\./

/** Text that software trips over. */
const nasty = fc.constantFrom(
  "",
  "\u0000",
  "\ud800",
  "’ OR 1=1 --",
  "__proto__",
  "${7*7}",
  "%00",
  "NaN",
  "9".repeat(400),
  "é".repeat(300),
  "🍇".repeat(200),
  "2026-02-30T25:61:61Z",
  "00000000-0000-0000-0000-000000000000",
  "<script>alert(1)</script>",
)
const anything = fc.oneof(
  nasty,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(-1, 0, 1e308, 2 ** 53, -0.5, 1e21),
  fc.array(fc.integer(), { maxLength: 40 }),
)

/** A sound input with some of its fields replaced, dropped or added: it gets further in than noise does. */
function spoilt(input: unknown) {
  if (typeof input !== "object" || input === null) return anything
  const fields = Object.keys(input)
  return fc
    .tuple(
      fc.subarray(fields),
      fc.dictionary(nasty, anything, { maxKeys: 2 }),
      fc.array(anything, { maxLength: 4 }),
    )
    .map(([changed, more, values]) => {
      const replaced = changed.map((field, at) => [field, values[at]] as const)
      return { ...more, ...input, ...Object.fromEntries(replaced) }
    })
}

describe(`whatever comes in, nothing of the inside comes out, SEED=${seed}`, () => {
  for (const path of paths) {
    test(path, async () => {
      const performance = await mintPerformance(stores)
      const ask = isMutation(path) ? api.mutate : api.query
      const sound = inputsOf(performance)[path]
      const { token } = await mintSession(stores)
      const inputs = fc.oneof({ weight: 3, arbitrary: spoilt(sound) }, anything, fc.constant(sound))
      const sessions = fc.constantFrom(token, token, undefined)
      const property = fc.asyncProperty(inputs, sessions, async (input, session) => {
        const { status, text } = await ask(path, input, session)
        expect(status).toBeLessThan(500)
        expect(text).not.toMatch(INSIDE)
        expect(api.defects).toEqual([])
      })
      await fc.assert(property, { numRuns: RUNS, seed, endOnFailure: true })
    })
  }

  test("the way it is sent", async () => {
    const { token } = await mintSession(stores)
    const request = fc.record({
      path: fc.oneof(
        fc.constantFrom(...paths),
        fc.constantFrom(
          "account",
          "account.me,booking.mine",
          "..",
          "__proto__",
          "account.constructor",
          ",".repeat(30),
        ),
        fc.webPath(),
      ),
      method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"),
      search: fc.oneof(
        fc.webQueryParameters(),
        fc.constantFrom(
          "batch=1",
          "batch=1&input=[]",
          "input=%",
          "input={",
          "batch=1&input={%220%22:1}",
          "input=%00",
        ),
      ),
      type: fc.constantFrom(
        "application/json",
        "text/plain",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "x",
      ),
      body: fc.oneof(
        fc.string(),
        fc.json(),
        fc.constantFrom("{", "null", "[]", '{"0":{}}', "\u0000"),
      ),
      session: fc.constantFrom(token, undefined),
    })
    const property = fc.asyncProperty(
      request,
      async ({ path, method, search, type, body, session }) => {
        const headers: Record<string, string> = { "content-type": type }
        if (session) headers["authorization"] = `Bearer ${session}`
        const init = method === "GET" ? { method, headers } : { method, headers, body }
        const response = await api.app.request(`/trpc/${path}?${search}`, init, {
          address: "203.0.113.9",
        })
        expect(response.status).toBeLessThan(500)
        expect(await response.text()).not.toMatch(INSIDE)
        expect(api.defects).toEqual([])
      },
    )
    await fc.assert(property, { numRuns: RUNS * 5, seed, endOnFailure: true })
  }, 20_000)
})
