import { describe, expect, test } from "bun:test"
import { insertSessions } from "@podo/accounts/minted-sessions.queries"
import { openTestStores } from "@podo/stores/testing"
import { mintAddress, mintSession, openTestApi } from "../testing/api.ts"

const MUTATIONS_MAX = 200
const WITHIN_MS = 10_000

const stores = await openTestStores()
const api = openTestApi(stores)
const elsewhere = openTestApi(await openTestStores())

const release = () => ({ performanceId: Bun.randomUUIDv7(), holdId: Bun.randomUUIDv7() })

describe("changes", () => {
  test("are limited for each account, over its sessions and all processes, and say when to come again", async () => {
    const [mine, theirs] = [await mintSession(stores), await mintSession(stores)]
    const { userId } = mine
    const sessions = Array.from({ length: 50 }, () => ({
      userId,
      token: crypto.randomUUID().replaceAll("-", ""),
    }))
    await insertSessions(stores.db, sessions, new Date(Date.now() + 3_600_000))
    const answers = await Promise.all(
      Array.from({ length: MUTATIONS_MAX + 50 }, async (_, n) =>
        (n % 2 === 0 ? api : elsewhere).mutate(
          "seating.release",
          release(),
          sessions[n % sessions.length]?.token,
        ),
      ),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(50)
    for (const { refusal } of refused) {
      if (refusal?.code !== "TOO_MANY_REQUESTS") throw new Error("No time was named.")
      expect(refusal.retryAfterMs).toBeGreaterThan(0)
      expect(refusal.retryAfterMs).toBeLessThanOrEqual(WITHIN_MS)
    }
    expect((await api.mutate("seating.release", release(), theirs.token)).status).not.toBe(429)
    expect((await api.query("booking.mine", {}, mine.token)).status).toBe(200)
  })

  test("are limited for each address where nobody is signed in, whatever tokens are made up", async () => {
    const address = mintAddress()
    const answers = await Promise.all(
      Array.from({ length: MUTATIONS_MAX + 50 }, async () => {
        const headers = { authorization: `Bearer ${crypto.randomUUID()}` }
        return api.openVisitor({ address, headers }).mutate("seating.release", release())
      }),
    )
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50)
    const other = await api.openVisitor().mutate("seating.release", release())
    expect(other.refusal).toEqual({ code: "SIGN_IN_REQUIRED" })
  })

  test("in one batch count each", async () => {
    const { token } = await mintSession(stores)
    const batch = Array.from({ length: 10 }, () => "seating.release").join(",")
    const body = JSON.stringify(
      Object.fromEntries([...Array(10).keys()].map((n) => [n, release()])),
    )
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` }
    const statuses = []
    for (let n = 0; n <= MUTATIONS_MAX / 10; n++) {
      const path = `/trpc/${batch}?batch=1`
      statuses.push((await api.app.request(path, { method: "POST", headers, body })).status)
    }
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.slice(0, -1)).not.toContain(429)
  })
})
