import { describe, expect, test } from "bun:test"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import { randomOf, until } from "@podo/db/racing"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { type Api, codeOf, connectApi } from "../operate/api-client.ts"
import { startApi } from "./api-process.ts"

const stores = await openTestStores()

const BOOKINGS = 1_000
const PEOPLE_AT_ONCE = 40
const KILLS = 6
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9))

/** Calls again, with the same input, for as long as there is no answer: the process may be dead. */
async function insist<Result>(call: () => Promise<Result>): Promise<Result> {
  let result: Result | undefined
  await until(async () => {
    result = await call().catch((error: unknown) => {
      const code = codeOf(error)
      if (code === "NO_ANSWER" || code === "CONFIRM_IN_PROGRESS") return undefined
      throw error
    })
    return result !== undefined
  })
  return result as Result
}

async function book(api: Api, performanceId: PerformanceId, place: number) {
  const { holdId } = await insist(() =>
    api.seating.claim.mutate({ performanceId, places: [place] }),
  )
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  return insist(() => api.booking.confirm.mutate({ bookingId, performanceId, holdId }))
}

describe("an api that is killed at random moments", () => {
  test(`loses none of ${BOOKINGS} bookings and sells nothing twice, SEED=${seed}`, async () => {
    const random = randomOf(seed)
    const { performanceId } = await mintPerformance(stores, { capacity: BOOKINGS })
    const sessions = await mintSessions(stores.db, BOOKINGS)
    const killAfter = Array.from({ length: KILLS }, () => Math.floor(random() * BOOKINGS))
    let api = await startApi()
    let restarting: Promise<void> | undefined
    const bookedPlaces: number[] = []
    const next = sessions.entries()
    await Promise.all(
      Array.from({ length: PEOPLE_AT_ONCE }, async () => {
        for (const [place, { token }] of next) {
          const booking = await book(connectApi(api.url, token), performanceId, place)
          bookedPlaces.push(...booking.places.map((one) => one.place))
          if (!killAfter.includes(bookedPlaces.length)) continue
          restarting = (restarting ?? Promise.resolve()).then(async () => {
            await api.kill()
            api = await startApi(api.port)
          })
        }
      }),
    )
    await restarting
    await api.kill()
    expect(bookedPlaces.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: BOOKINGS }, (_, place) => place),
    )
    await until(async () => {
      const { done, delayed } = await relayOutbox(stores)
      const { drift } = await verifyPerformance(stores, performanceId)
      return done + delayed === 0 && drift.length === 0
    })
    const { sold, held, drift } = await verifyPerformance(stores, performanceId)
    expect({ sold, held, drift }).toEqual({ sold: BOOKINGS, held: 0, drift: [] })
  }, 120_000)
})
