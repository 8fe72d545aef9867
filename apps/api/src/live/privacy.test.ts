import { createHmac } from "node:crypto"
import { afterAll, describe, expect, test } from "bun:test"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { extendHold } from "@podo/seating/extend-hold"
import { releaseHold } from "@podo/seating/release-hold"
import { isServed, type LiveClient, openLiveClient } from "../testing/live.ts"
import { mintSession, openPost, openTestApi, signUp, type Visitor } from "../testing/api.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const api = openTestApi(stores, { mailer })
const here = api.listen()
// Another process, with connections of its own.
const elsewhere = openTestApi(await openTestStores(), { mailer })
const there = elsewhere.listen()
afterAll(() => Promise.all([here.stop(), there.stop()]))

const personal = ({ told }: LiveClient) =>
  told.flatMap(({ news }) => (news === "hold-changed" || news === "bookings-changed" ? [news] : []))

/** Until all have been told of a change of places that comes after all that could have been told of before. */
async function allCaughtUp(performanceId: PerformanceId, clients: LiveClient[]) {
  const stranger = await mintSession(stores)
  const before = clients.map((client) => client.all("places-changed").length)
  await claimPlaces(stores, stranger.userId, { performanceId, places: [9] })
  await Promise.all(
    clients.map((client, n) => client.hears("places-changed", (before[n] ?? 0) + 1)),
  )
}

describe("news of a person", () => {
  test("reach all that they have open, and nobody else", async () => {
    const { performanceId } = await mintPerformance(stores)
    const [buyer, other] = [await mintSession(stores), await mintSession(stores)]
    const theirs = [
      openLiveClient(here.port, { token: buyer.token }),
      openLiveClient(there.port, { token: buyer.token }),
    ]
    const others = [
      openLiveClient(here.port, { token: other.token }),
      openLiveClient(there.port, { token: other.token }),
      openLiveClient(here.port),
    ]
    const all = [...theirs, ...others]
    await Promise.all(all.map((client) => client.watch(performanceId)))

    const input = { performanceId, places: [1, 2] }
    const actions = [
      () => claimPlaces(stores, buyer.userId, input),
      async () => {
        const { holdId } = await claimPlaces(stores, buyer.userId, input)
        await extendHold(stores, buyer.userId, { performanceId, holdId })
        await releaseHold(stores, buyer.userId, { performanceId, holdId })
      },
    ]
    let heard = 0
    for (const action of actions) {
      await action()
      for (const client of theirs) await client.hears("hold-changed", heard + 1)
      heard = Math.max(...theirs.map((client) => client.all("hold-changed").length))
    }
    const { holdId } = await claimPlaces(stores, buyer.userId, input)
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    await confirmBooking(stores, buyer.userId, { bookingId, performanceId, holdId })
    for (const client of theirs) await client.hears("bookings-changed")
    await cancelBooking(stores, buyer.userId, { bookingId })
    for (const client of theirs) await client.hears("bookings-changed", 2)

    await allCaughtUp(performanceId, all)
    for (const client of others) expect(personal(client)).toEqual([])
  })

  test("of a hold reach only those who look at that performance", async () => {
    const [one, another] = [await mintPerformance(stores), await mintPerformance(stores)]
    const { token, userId } = await mintSession(stores)
    const [looking, away] = [
      openLiveClient(here.port, { token }),
      openLiveClient(here.port, { token }),
    ]
    await Promise.all([looking.watch(one.performanceId), away.watch(another.performanceId)])
    await claimPlaces(stores, userId, { performanceId: one.performanceId, places: [1] })
    await looking.hears("hold-changed")
    await allCaughtUp(another.performanceId, [away])
    expect(personal(away)).toEqual([])
  })
})

const SECRET = "a-secret-for-tests-of-32-characters"

test("a cookie that we did not sign makes nobody of anybody", async () => {
  const { token, userId } = await mintSession(stores)
  const userIn = async (value: string) => {
    const tab = openTab({ cookies: new Map([["podo.session_token", value]]) }, here.port)
    await tab.isConnected()
    return tab.all("connected")[0]?.userId
  }
  const signedWith = (secret: string) => {
    const signature = createHmac("sha256", secret).update(token).digest("base64")
    return userIn(encodeURIComponent(`${token}.${signature}`))
  }
  expect(await signedWith(SECRET)).toBe(userId)
  expect(await signedWith(SECRET.toUpperCase())).toBeNull()
  for (const value of [token, `${token}.`, "%E0%A4%A"]) expect(await userIn(value)).toBeNull()
})

const SOON_MS = 1_000

/** The connection of a browser that is signed in by its cookie. */
function openTab({ cookies }: Pick<Visitor, "cookies">, port: number) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  return openLiveClient(port, { headers: { cookie, origin: "http://localhost" } })
}

describe("a session that ends", () => {
  test("ends its connections on every process within a second, and those of no other device", async () => {
    const [phone, desktop] = [api.openVisitor(), api.openVisitor()]
    const { email, password } = await signUp(phone, mailbox)
    await desktop.mutate("account.signIn", { email, password })
    const phones = [openTab(phone, here.port), openTab(phone, there.port)]
    const desktops = [openTab(desktop, here.port), openTab(desktop, there.port)]
    await Promise.all([...phones, ...desktops].map((tab) => tab.isConnected()))
    expect(phones[0]?.told).toEqual(desktops[0]?.told)

    const endedAt = performance.now()
    await phone.mutate("account.signOut", {})
    for (const tab of phones) expect(await tab.isClosed()).toBe(LIVE_CLOSED.sessionEnded)
    expect(performance.now() - endedAt).toBeLessThan(SOON_MS)
    for (const tab of desktops) expect(await isServed(tab)).toBe(true)

    await desktop.mutate("account.endAllSessions", {})
    for (const tab of desktops) expect(await tab.isClosed()).toBe(LIVE_CLOSED.sessionEnded)
  })

  test("is noticed when nobody could be told of it, as soon as Redis is heard again", async () => {
    const [ended, other] = [await mintSession(stores), await mintSession(stores)]
    const theirs = openLiveClient(here.port, { token: ended.token })
    const others = openLiveClient(here.port, { token: other.token })
    await Promise.all([theirs.isConnected(), others.isConnected()])
    await stores.db.deleteFrom("session").where("token", "=", ended.token).execute()
    await stores.redis.call("CLIENT", "KILL", "TYPE", "PUBSUB")
    expect(await theirs.isClosed()).toBe(LIVE_CLOSED.sessionEnded)
    expect(await isServed(others)).toBe(true)
  })

  test("opens no connection, not even where it was good a moment ago", async () => {
    const visitor = elsewhere.openVisitor()
    await signUp(visitor, mailbox)
    const cookies = new Map(visitor.cookies)
    const before = openTab(visitor, here.port)
    await before.isConnected()
    await visitor.mutate("account.signOut", {})
    await before.isClosed()
    // This process remembers what Redis said of it for half a second.
    const after = openTab({ ...visitor, cookies }, here.port)
    const isNobody = after.isConnected().then(() => after.told)
    expect(await Promise.race([isNobody, after.isClosed()])).toSatisfy(
      (outcome) =>
        outcome === LIVE_CLOSED.sessionEnded ||
        JSON.stringify(outcome) === '[{"news":"connected","userId":null}]',
    )
  })
})
