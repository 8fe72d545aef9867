import { mintSessions } from "@podo/accounts/mint-sessions"
import { HoldId, PerformanceId, UserId } from "@podo/contract/ids"
import { openStores } from "@podo/stores/stores"
import { claimPlaces } from "@podo/seating/claim-places"
import { releaseHold } from "@podo/seating/release-hold"
import { forgiveLetGo } from "@podo/seating/testing"
import type { Changed, ClaimsReport, ToClaims } from "./parts.ts"

// Those who change places, in a process of their own: either straight in Redis at a rate, so that the api has nothing
// to do but to tell of it; or through the api, as fast as it answers.

const TICK_MS = 10
const HELD_MS = 500
/** A machine that cannot keep up does less, and that is told. */
const UNDER_WAY_MAX = 100
const CALLERS = 24
const SESSIONS = 3_000
const PLACES_PER_SESSION = 8

const [databaseUrl = "", redisUrl = "", apiUrl = "", id = "", capacity = ""] = Bun.argv.slice(2)
const performanceId = PerformanceId.parse(id)
const stores = await openStores({ databaseUrl, redisUrl }, console.error)
// The rest is for those who come over HTTP, each to some places of their own.
const free = Array.from({ length: Number(capacity) / 2 }, (_, place) => place)
const held: { userId: UserId; holdId: HoldId; place: number; until: number }[] = []

function takeFree(): number {
  const at = Math.floor(Math.random() * free.length)
  const place = free[at] ?? 0
  free[at] = free.at(-1) ?? 0
  free.pop()
  return place
}

async function claim(changed: Changed[]) {
  const place = takeFree()
  const userId = UserId.parse(Bun.randomUUIDv7())
  const at = Date.now()
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [place] })
  changed.push([place, "h", at])
  held.push({ userId, holdId, place, until: at + HELD_MS })
}

async function release(changed: Changed[]) {
  const hold = held.shift()
  if (!hold) return
  const at = Date.now()
  await releaseHold(stores, hold.userId, { performanceId, holdId: hold.holdId })
  changed.push([hold.place, ".", at])
  free.push(hold.place)
}

/** So many places a second change hands: half of them are taken, and as many come back. */
async function changeAtRate(perSecond: number, seconds: number): Promise<Changed[]> {
  const changed: Changed[] = []
  const underWay = new Set<Promise<void>>()
  const began = performance.now()
  let due = 0
  while (performance.now() - began < seconds * 1_000) {
    const elapsed = performance.now() - began
    for (; due < (elapsed / 1_000) * perSecond && underWay.size < UNDER_WAY_MAX; due++) {
      const isReturn = due % 2 === 1 && (held[0]?.until ?? Infinity) <= Date.now()
      const work: Promise<void> = (isReturn ? release(changed) : claim(changed)).finally(() =>
        underWay.delete(work),
      )
      underWay.add(work)
    }
    await Bun.sleep(TICK_MS)
  }
  await Promise.all(underWay)
  return changed
}

const sessions = await mintSessions(stores.db, SESSIONS)

/** Claims of one place each over HTTP, by people who come in turns; how many were granted. */
async function claimOverHttp(seconds: number): Promise<number> {
  // People who claim again and again would have to wait: here they are forgiven.
  await forgiveLetGo(stores, performanceId)
  const deadline = performance.now() + seconds * 1_000
  let granted = 0
  let turn = 0
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      while (performance.now() < deadline) {
        const caller = turn++ % SESSIONS
        const lap = Math.floor(turn / SESSIONS) % PLACES_PER_SESSION
        const place = Number(capacity) / 2 + caller * PLACES_PER_SESSION + lap
        const response = await fetch(`${apiUrl}/trpc/seating.claim`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${sessions[caller]?.token}`,
          },
          body: JSON.stringify({ performanceId, places: [place] }),
        })
        await response.arrayBuffer()
        if (response.ok) granted += 1
      }
    }),
  )
  return granted
}

function tell(done: ClaimsReport) {
  process.send?.({ done })
}

process.on("message", (asked: ToClaims) => {
  void (async () => {
    if (asked.ask === "http") {
      tell({ changed: [], count: await claimOverHttp(asked.seconds) })
      return
    }
    const changed = await changeAtRate(asked.perSecond, asked.seconds)
    tell({ changed, count: changed.length })
  })()
})
process.send?.({ done: { changed: [], count: 0 } })
