import { afterAll, describe, expect, test } from "bun:test"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { cancelPerformance } from "@podo/desk/cancel-performance"
import { withoutRedis } from "@podo/booking/testing"
import { organizerOf } from "@podo/desk/testing.queries"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { spendHere } from "@podo/redis/rate-limit"
import { connectDatabase } from "@podo/db/connect"
import { type PerformanceWishes } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { forgetPlaces } from "@podo/seating/testing"
import { limits } from "@podo/waiting-room/limits"
import { goAway, passTime } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { openPost, openTestApi, signUp } from "../testing/api.ts"
import { browserOf, mintPage as mintPageOf, pageOf } from "../testing/no-script.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const api = openTestApi(stores, { mailer })

const HOUR_MS = 3_600_000
const ROOM = { capacity: 1, perMinute: 60 }

const mintPage = async (wishes: PerformanceWishes = { room: ROOM }) =>
  mintPageOf(stores, api, wishes)

describe("a page without JavaScript", () => {
  test("enters, shows the place and keeps it by reloading itself", async () => {
    const { performanceId, openPerson, path } = await mintPage()
    const [first, second] = [await openPerson(), await openPerson()]
    expect((await first.look()).actions).toEqual(["enter"])
    await first.press("enter")
    const waiting = await second.press("enter")
    expect(waiting.words).toContain("Your position 2 People ahead of you: 1")
    expect(waiting.actions).toEqual(["leave"])
    const lineId = await stores.redis.hget(keysOfPerformance(performanceId).pace, "lineId")
    expect(waiting.reload?.address).toBe(`${path}?line=${lineId}`)
    expect(waiting.reload?.seconds).toBeGreaterThanOrEqual(5)
    expect(waiting.reload?.seconds).toBeLessThanOrEqual(75)
    await second.press("enter")
    expect((await second.look(waiting.reload?.address)).words).toContain("Your position 2")
    expect(await stores.redis.zcard(keysOfPerformance(performanceId).line)).toBe(2)
  })

  test("is there by reloading: whoever closed it is passed over, and back at the front with the next look", async () => {
    const { performanceId, openPerson } = await mintPage()
    const [first, second] = [await openPerson(), await openPerson()]
    const page = await first.press("enter")
    await second.press("enter")
    await goAway(stores, performanceId, [first.userId, second.userId])
    await second.look()
    await tickRoom(stores, performanceId)
    expect((await second.look()).words).toContain("It is your turn")
    // Another site that loads this address makes nobody enter.
    const site = { headers: { "sec-fetch-site": "cross-site" } }
    const elsewhere = await pageOf(await first.visitor.fetch(page.reload?.address ?? "", site))
    expect(elsewhere.actions).toEqual(["enter"])
    expect((await first.look(page.reload?.address)).words).toContain("Your position 1")
  })

  test("leaves only when it is told to, and then stays out", async () => {
    const { openPerson } = await mintPage()
    const [first, second] = [await openPerson(), await openPerson()]
    await first.press("enter")
    await second.press("enter")
    const left = await first.press("leave")
    expect(left.actions).toEqual(["enter"])
    expect((await first.look(left.reload?.address)).actions).toEqual(["enter"])
    expect((await second.look()).words).toContain("Your position 1")
    expect((await first.press("enter")).words).toContain("Your position 2")
  })

  test("enters again by itself when the whole line was lost, and says so", async () => {
    const { performanceId, openPerson } = await mintPage()
    const person = await openPerson()
    const page = await person.press("enter")
    await forgetPlaces(stores, performanceId)
    const again = await person.look(page.reload?.address)
    expect(again.words).toContain("the line had to begin anew")
    expect(again.words).toContain("Your position 1")
    const later = await person.look(again.reload?.address)
    expect(later.words).not.toContain("begin anew")
  })

  test("shows a lobby without a position, with what is drawn from, and when the sale opens", async () => {
    const room = { ...ROOM, hasDraw: true, lobbyOpensAt: new Date(Date.now() - HOUR_MS) }
    const { openPerson } = await mintPage({ room, saleOpensInMs: HOUR_MS })
    const page = await (await openPerson()).press("enter")
    expect(page.words).toContain("You are in the waiting room")
    expect(page.words).not.toContain("Your position")
    expect(page.words).toMatch(/Fingerprint of the seed \(SHA-256\): [0-9a-f]{64}/)
    expect(page.words).toContain("The sale opens")
    const ko = await (await openPerson("ko")).press("enter")
    expect(ko.words).toContain("대기실에 들어왔어요")
  })

  test("says that a cancelled performance is over, and no more when its lobby would have opened", async () => {
    const room = { ...ROOM, lobbyOpensAt: new Date(Date.now() + HOUR_MS) }
    const { performanceId, eventId, openPerson } = await mintPage({
      room,
      saleOpensInMs: 2 * HOUR_MS,
    })
    const person = await openPerson()
    expect((await person.look()).words).toContain("opens")
    await cancelPerformance(stores, await organizerOf(stores, eventId), { performanceId })
    const cancelled = await person.look()
    expect(cancelled.words).toContain("The sale is over")
    expect(cancelled.words).not.toContain("opens")
    expect(cancelled.reload).toBeNull()
  })

  test("says what the organizer says, as text", async () => {
    const { openPerson } = await mintPage({ room: { ...ROOM, message: "<b>Doors</b> open at 7" } })
    const { text } = await (await openPerson()).look()
    expect(text).toContain("&lt;b&gt;Doors&lt;/b&gt; open at 7")
  })

  test("books the best places for who is let in, once, and to nobody else", async () => {
    const { performanceId, openPerson, area } = await mintPage()
    const [person, other] = [await openPerson(), await openPerson()]
    await person.press("enter")
    await other.press("enter")
    await tickRoom(stores, performanceId)
    const refused = await other.press("claim", { quantity: "2" })
    expect(refused.status).toBe(403)
    expect(refused.words).toContain("You can hold places once it is your turn.")
    expect(refused.words).toContain("Your position 1")
    const admitted = await person.look()
    expect(admitted.actions).toEqual(["claim", "leave"])
    // It does not reload under the hands of who is choosing.
    expect(admitted.reload?.seconds).toBeGreaterThan(60)
    const held = await person.press("claim", { quantity: "2", area })
    expect(held.words).toMatch(
      /Area 1 · Row \w+, seat \d+ Area 1 · Row \w+, seat \d+ Total ₩100,000/,
    )
    expect(held.actions).toEqual(["confirm", "release", "leave"])
    const booked = await person.press("confirm", held.fields)
    expect(booked.words).toContain("Booked")
    expect(booked.words).toContain(held.fields["bookingId"] ?? "none")
    expect((await person.press("confirm", held.fields)).words).toContain("Booked")
    expect(await verifyPerformance(stores, performanceId)).toMatchObject({ sold: 2, drift: [] })
    await passTime(stores, performanceId, 60_000)
    await tickRoom(stores, performanceId)
    expect((await other.look()).words).toContain("It is your turn")
  })

  test("gives places back, and says why there are not enough", async () => {
    const { openPerson } = await mintPage({ capacity: 2 })
    const person = await openPerson()
    const held = await person.press("claim", { quantity: "2" })
    expect(held.actions).toEqual(["confirm", "release"])
    const other = await openPerson()
    expect((await other.press("claim", { quantity: "1" })).words).toContain(
      "Nothing like this is left",
    )
    expect((await person.press("release", held.fields)).actions).toEqual(["claim"])
    expect((await other.press("claim", { quantity: "many" })).status).toBe(400)
    expect((await other.press("confirm", { holdId: "x", bookingId: "y" })).status).toBe(400)
    expect((await other.press("confirm", held.fields)).words).toContain("Your time ran out")
  })

  test("signs in by a form, and says so when the password is wrong", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    const { path } = await mintPage()
    const guest = browserOf(api.openVisitor({ headers: { "accept-language": "fr, en" } }), path)
    const page = await guest.look()
    expect(page.actions).toEqual(["sign-in"])
    expect(page.reload).toBeNull()
    expect(page.words).toContain("Google and new accounts need JavaScript")
    const { email, password } = person
    const wrong = await guest.press("sign-in", { email, password: "not the one" })
    expect([wrong.status, wrong.actions]).toEqual([401, ["sign-in"]])
    expect(wrong.words).toContain("The e-mail or the password is wrong.")
    expect((await guest.press("sign-in", { email, password })).actions).toEqual(["enter"])
    expect((await guest.press("enter")).words).toContain("Your position 1")
  }, 15_000)

  test("is of the person who asks alone: nothing is cached, nothing runs, no other site sends its forms", async () => {
    const { path, openPerson, performanceId } = await mintPage()
    const person = await openPerson()
    const { headers, text } = await person.look()
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("content-security-policy")).toStartWith("default-src 'none'")
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=/)
    const stylesheet = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? ""
    const styled = await person.visitor.fetch(stylesheet)
    expect([styled.status, styled.headers.get("content-type")]).toEqual([200, "text/css"])
    const forged = await person.visitor.fetch(`${path}/enter`, {
      method: "POST",
      headers: { origin: "https://evil.example" },
    })
    expect(forged.status).toBe(403)
    expect(await stores.redis.zcard(keysOfPerformance(performanceId).line)).toBe(0)
  })

  test("is not there for what does not exist, a draft, or the performance of another event", async () => {
    const [one, other, draft] = [await mintPage(), await mintPage(), await mintPage()]
    const person = await one.openPerson()
    await stores.db
      .updateTable("event")
      .where("id", "=", draft.eventId)
      .set({ publishedAt: null })
      .execute()
    const paths = [
      draft.path,
      other.path.replace(other.eventId, one.eventId),
      one.path.replace(one.performanceId, Bun.randomUUIDv7()),
      one.path.replace(one.eventId, "x".repeat(2_000)),
      one.path.replace(one.performanceId, "%00"),
    ]
    for (const path of paths) {
      const { status, words } = await person.look(path)
      expect([status, words.includes("We could not find this performance")]).toEqual([404, true])
    }
    const pressed = [await person.press("steal"), await person.press("enter/twice")]
    expect(pressed.map(({ status }) => status)).toEqual([404, 404])
  })

  test("goes on asking while Redis is away, and still knows its line", async () => {
    const { path, openPerson } = await mintPage()
    const { token } = await openPerson()
    const asked = openTestApi(await withoutRedis(stores), { mailer })
    const headers = { authorization: `Bearer ${token}`, "accept-language": "en" }
    const person = browserOf(asked.openVisitor({ headers }), path)
    const page = await person.look(`${path}?line=abc`)
    expect(page.status).toBe(503)
    expect(page.words).toContain("This page tries again by itself")
    expect(page.reload?.address).toBe(`${path}?line=abc`)
    expect((await person.press("enter")).status).toBe(503)
    expect(asked.defects).toEqual([])
    // Text that is no line of ours is not written into the page.
    expect((await person.look(`${path}?line="><b>`)).reload?.address).toBe(path)
  })

  test("is there by reloading also while MySQL is away, and shows the line when it is back", async () => {
    const { path, performanceId, openPerson } = await mintPage()
    const person = await openPerson()
    const page = await person.press("enter")
    const db = connectDatabase("mysql://root@127.0.0.1:1/podo")
    const asked = openTestApi({ ...stores, db }, { mailer })
    const headers = { authorization: `Bearer ${person.token}`, "accept-language": "en" }
    const again = browserOf(asked.openVisitor({ headers }), path)
    await goAway(stores, performanceId, [person.userId])
    const away = await again.look(page.reload?.address)
    expect([away.status, away.reload?.address]).toEqual([503, page.reload?.address])
    await tickRoom(stores, performanceId)
    expect((await person.look(away.reload?.address)).words).toContain("It is your turn")
    expect(asked.defects).toEqual([])
    await db.destroy()
  })

  test("tells who presses too often when to press again, and keeps their place", async () => {
    const { openPerson } = await mintPage()
    const person = await openPerson()
    await person.press("enter")
    const { entersPerAccount } = limits
    for (let n = 1; n < entersPerAccount.times; n++) spendHere(entersPerAccount, person.userId)
    const page = await person.press("enter")
    expect(page.status).toBe(429)
    expect(page.words).toContain("Try again in 1 min. Your place in line is kept.")
    expect(page.words).toContain("Your position 1")
  })
})

describe("the document of the page", () => {
  test("leads browsers without JavaScript to the page that needs none, and others nowhere", async () => {
    const webRoot = mkdtempSync(join(tmpdir(), "podo-page-"))
    await Bun.write(join(webRoot, "index.html"), '<body><div id="root"></div></body>')
    const { path } = await mintPage()
    const { app } = openTestApi(stores, { mailer, webRoot })
    const textOf = async (at: string) => (await app.request(at)).text()
    const performance = path.replace(/\/line$/, "")
    expect(await textOf(performance)).toMatch(
      new RegExp(`<div id="root"></div><noscript>[^]*href="${path}"[^]*</noscript>`),
    )
    expect(await textOf("/")).toMatch(/<noscript>[^]*JavaScript[^]*<\/noscript>/)
    expect(await textOf(`${performance}"><script>`)).not.toContain("<script>")
    expect(await textOf(path)).toContain('action="')
    rmSync(webRoot, { recursive: true })
  })
})
