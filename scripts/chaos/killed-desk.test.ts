import { describe, expect, test } from "bun:test"
import { grantRole } from "@podo/accounts/grant-role"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { mintBookingId, mintBookings } from "@podo/booking/testing"
import { makeDue } from "@podo/booking/testing.queries"
import { verifyPerformance } from "@podo/booking/verify-performance"
import type { BookingId, PerformanceId } from "@podo/contract/ids"
import { randomOf, until } from "@podo/db/racing"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { codeOf, connectApi } from "../operate/api-client.ts"
import { startApi } from "./api-process.ts"

const stores = await openTestStores()

const BOOKINGS = 150
const PEOPLE = 16
const ROUNDS = 2
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9))

async function mintAdmin() {
  const [admin] = await mintSessions(stores.db, 1)
  if (!admin) throw new Error("No session was minted.")
  await grantRole(stores.db, { email: `${admin.userId}@example.com`, role: "admin", revoke: false })
  return admin
}

async function statusesOf(performanceId: PerformanceId) {
  const rows = await stores.db
    .selectFrom("booking")
    .where("performanceId", "=", performanceId)
    .select(["id", "status"])
    .execute()
  return {
    ids: rows.map(({ id }) => id),
    confirmed: rows.filter(({ status }) => status === "confirmed").length,
  }
}

/** Ends with the first so many of them, whichever they are. */
async function someOf(actions: Promise<unknown>[], count: number) {
  const { promise, resolve } = Promise.withResolvers<void>()
  let ended = 0
  for (const action of actions) void action.then(() => ++ended === count && resolve())
  if (count > 0) await promise
}

const countTold = async (bookingIds: BookingId[]) =>
  (
    await stores.db
      .selectFrom("outbox")
      .where("kind", "=", "booking-cancelled")
      .where("subject", "in", bookingIds)
      .select("id")
      .execute()
  ).length

describe("an api that is killed while a performance is cancelled", () => {
  test(`leaves all of it or none to be done, and nothing done twice, SEED=${seed}`, async () => {
    const random = randomOf(seed)
    const admin = await mintAdmin()
    let api = await startApi()
    for (let round = 0; round < ROUNDS; round++) {
      const capacity = (BOOKINGS + PEOPLE) * 2
      const { performanceId } = await mintPerformance(stores, { capacity, standing: true })
      await mintBookings(stores, performanceId, BOOKINGS)
      const people = await mintSessions(stores.db, PEOPLE)
      const calls = people.map(async ({ token }, index) => {
        const person = connectApi(api.url, token)
        const places = [BOOKINGS * 2 + index]
        const hold = await person.seating.claim.mutate({ performanceId, places })
        return { person, confirm: { ...hold, bookingId: mintBookingId() } }
      })
      const ready = await Promise.all(calls)
      for (const { person, confirm } of ready.slice(0, PEOPLE / 2)) {
        await person.booking.confirm.mutate(confirm)
      }
      const desk = connectApi(api.url, admin.token)
      const actions = [
        desk.desk.cancelPerformance.mutate({ performanceId }),
        ...ready.map(({ person, confirm }, index) =>
          index < PEOPLE / 2
            ? person.booking.cancel.mutate(confirm)
            : person.booking.confirm.mutate(confirm),
        ),
      ].map((action) => action.then(() => "ok", codeOf))
      await someOf(actions, Math.floor(random() * actions.length))
      await api.kill()
      await Promise.all(actions)
      api = await startApi(api.port)
      const again = connectApi(api.url, admin.token).desk.cancelPerformance
      const code = await again.mutate({ performanceId }).then(() => "ok", codeOf)
      expect(["ok", "ALREADY_CANCELLED"]).toContain(code)
      await until(async () => {
        await makeDue(stores, [performanceId, ...(await statusesOf(performanceId)).ids])
        const { done, delayed } = await relayOutbox(stores)
        return done + delayed === 0
      })
      const { ids, confirmed } = await statusesOf(performanceId)
      expect({ confirmed, told: await countTold(ids) }).toEqual({ confirmed: 0, told: ids.length })
      const { sold, drift } = await verifyPerformance(stores, performanceId)
      expect({ sold, drift }).toEqual({ sold: 0, drift: [] })
    }
    await api.kill()
  }, 60_000)
})
