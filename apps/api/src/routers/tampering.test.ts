import { afterAll, beforeAll, describe, expect, test } from "bun:test"
import { createHash } from "node:crypto"
import type { Hold } from "@podo/contract/seating"
import { type MintedPerformance, mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { inputsOf, isMutation, paths } from "../testing/every-procedure.ts"
import {
  type Answer,
  mintAddress,
  openPost,
  openTestApi,
  type Person,
  signUp,
} from "../testing/api.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const settings = { mailer, publicUrl: "http://localhost" }
const api = openTestApi(stores, settings)
const forger = openTestApi(stores, { ...settings, secret: "another-secret-of-32-characters-or-so" })

const NAME = "podo.session_token"

type Victim = {
  performance: MintedPerformance
  person: Person
  bookingId: string
  /** Where they are in line. */
  room: MintedPerformance
  /** Good until it is tampered with. */
  cookie: string
  token: string
  expired: string
  ended: string
  forged: string
}
let victim: Victim

/** Somebody who has a booking, a hold, a place in a line, and sessions of every kind. */
async function mintVictim(): Promise<Victim> {
  const performance = await mintPerformance(stores)
  const { performanceId } = performance
  const visitor = api.openVisitor()
  const person = await signUp(visitor, mailbox)
  const claim = async (place: number) =>
    (await visitor.mutate("seating.claim", { performanceId, places: [place] })).data as Hold
  const bookingId = Bun.randomUUIDv7()
  const { holdId } = await claim(1)
  await visitor.mutate("booking.confirm", { bookingId, performanceId, holdId })
  await claim(2)
  const room = await mintPerformance(stores, { room: {} })
  await visitor.mutate("waitingRoom.enter", { performanceId: room.performanceId })
  const cookieOf = async (from: typeof api) => {
    const other = from.openVisitor()
    await other.mutate("account.signIn", person)
    return { other, cookie: other.cookies.get(NAME) ?? "" }
  }
  const expired = (await cookieOf(api)).cookie
  const over = new Date(Date.now() - 1)
  const row = stores.db.updateTable("session").set({ expiresAt: over })
  await row.where("token", "=", tokenOf(expired)).execute()
  const ended = await cookieOf(api)
  await ended.other.query("account.me")
  await ended.other.mutate("account.signOut")
  const cookie = visitor.cookies.get(NAME) ?? ""
  return {
    performance,
    person,
    bookingId,
    room,
    cookie,
    token: tokenOf(cookie),
    expired,
    ended: ended.cookie,
    forged: (await cookieOf(forger)).cookie,
  }
}

const tokenOf = (cookie: string) => decodeURIComponent(cookie).split(".")[0] ?? ""

const flipped = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`

type Credential = { headers?: Record<string, string>; search?: string }

const cookie = (value: string): Credential => ({ headers: { cookie: `${NAME}=${value}` } })
const bearer = (value: string): Credential => ({ headers: { authorization: value } })

/** The attempts of somebody who has seen a session, or wants to have one. */
const credentials: Record<string, (seen: Victim) => Credential> = {
  "a cookie with another signature": (seen) =>
    cookie(flipped(seen.cookie, seen.cookie.indexOf(".") + 5)),
  "a cookie with another token": (seen) => cookie(flipped(seen.cookie, 3)),
  "a cookie without signature": (seen) => cookie(seen.token),
  "a cookie that was cut": (seen) => cookie(seen.cookie.slice(0, -5)),
  "a cookie signed with another secret": (seen) => cookie(seen.forged),
  "a cookie of another name": (seen) => ({
    headers: { cookie: `better-auth.session_token=${seen.cookie}` },
  }),
  "a cookie that claims to be secure": (seen) => ({
    headers: { cookie: `__Secure-${NAME}=${seen.cookie}` },
  }),
  "a cookie that is no text": () => cookie("%E0%A4%A.%"),
  "an endless cookie": () => cookie("A".repeat(6000)),
  "an expired cookie": (seen) => cookie(seen.expired),
  "an ended cookie": (seen) => cookie(seen.ended),
  "an expired token": (seen) => bearer(`Bearer ${tokenOf(seen.expired)}`),
  "an ended token": (seen) => bearer(`Bearer ${tokenOf(seen.ended)}`),
  "a token in other letters": (seen) => bearer(`Bearer ${seen.token.toUpperCase()}`),
  "a token that was cut": (seen) => bearer(`Bearer ${seen.token.slice(0, -1)}`),
  "a token with a wildcard": (seen) => bearer(`Bearer ${seen.token.slice(0, -1)}%`),
  "a token with SQL in it": () => bearer("Bearer ' OR '1'='1"),
  "the key that Redis has": (seen) =>
    bearer(`Bearer ${createHash("sha256").update(seen.token).digest("base64url")}`),
  "a token under another scheme": (seen) => bearer(`Basic ${seen.token}`),
  "a token without scheme": (seen) => bearer(seen.token),
  "no token at all": () => bearer("Bearer"),
  "a token in the URL": (seen) => ({
    search: ["token", "access_token", "session_token", "authorization", NAME]
      .map((name) => `&${name}=${encodeURIComponent(name === NAME ? seen.cookie : seen.token)}`)
      .join(""),
  }),
  "connection parameters in the URL": (seen) => ({
    search: `&connectionParams=${encodeURIComponent(JSON.stringify({ token: seen.token }))}`,
  }),
}

async function ask(
  path: string,
  input: unknown,
  { headers = {}, search = "" }: Credential,
): Promise<Answer> {
  const env = { address: mintAddress() }
  const asked = isMutation(path)
    ? api.app.request(
        `/trpc/${path}?x=1${search}`,
        {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          ...(input === undefined ? {} : { body: JSON.stringify(input) }),
        },
        env,
      )
    : api.app.request(
        `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input ?? null))}${search}`,
        { headers },
        env,
      )
  const response = await asked
  const text = await response.text()
  const body = JSON.parse(text)
  const { status } = response
  return {
    status,
    data: body.result?.data,
    refusal: body.error?.data?.refusal,
    text,
    headers: response.headers,
  }
}

/** Without what differs from one answer to the next: ids of codes and times. */
const comparable = ({ status, data, refusal }: Answer) => ({
  status,
  refusal,
  data: JSON.parse(
    JSON.stringify(data ?? null, (key, value) =>
      /^(codeId|expiresAt|now|at)$/.test(key) ? "" : value,
    ),
  ),
})

beforeAll(async () => {
  victim = await mintVictim()
})

describe("every procedure gives the public answer to", () => {
  const strangers = new Map<string, Answer>()
  for (const [name, credentialOf] of Object.entries(credentials)) {
    test(name, async () => {
      const { performance, bookingId, person, room } = victim
      for (const path of paths) {
        const inputs: Record<string, unknown> = {
          ...inputsOf(path.startsWith("waitingRoom.") ? room : performance),
          "booking.cancel": { bookingId },
        }
        const input = inputs[path]
        const tried = await ask(path, input, credentialOf(victim))
        // The data is changed by no one here: what a stranger is told once is what each of them is told.
        const anonymous = strangers.get(path) ?? (await ask(path, input, {}))
        strangers.set(path, anonymous)
        expect({ path, ...comparable(tried) }).toEqual({ path, ...comparable(anonymous) })
        expect(tried.status).toBeLessThan(500)
        for (const secret of [person.email, person.name, victim.token]) {
          expect(tried.text).not.toContain(`"${secret}"`)
        }
      }
      expect(api.defects).toEqual([])
    })
  }

  test("while the session itself is still good", async () => {
    const { data } = await ask("account.me", undefined, cookie(victim.cookie))
    expect(data).toMatchObject({ email: victim.person.email })
    const bearing = bearer(`Bearer ${victim.token}`)
    const mine = await ask("booking.mine", {}, bearing)
    expect(mine.data).toMatchObject({
      bookings: [{ bookingId: victim.bookingId, status: "confirmed" }],
    })
    const { performanceId } = victim.room
    const standing = await ask("waitingRoom.status", { performanceId }, bearing)
    expect(standing.data).toMatchObject({ state: "waiting", position: 1, waiting: 1 })
  })
})

describe("somebody else who is signed in", () => {
  test("neither sees nor changes what is the victim's", async () => {
    const stranger = api.openVisitor()
    await signUp(stranger, mailbox)
    const { performance, bookingId } = victim
    const { performanceId } = performance
    const victims = { authorization: `Bearer ${victim.token}` }
    const { data: hold } = await ask("seating.hold", { performanceId }, { headers: victims })
    const { holdId } = hold as Hold
    const answers = [
      await stranger.mutate("booking.cancel", { bookingId }),
      await stranger.mutate("seating.extend", { performanceId, holdId }),
      await stranger.mutate("seating.release", { performanceId, holdId }),
      await stranger.mutate("booking.confirm", {
        bookingId: Bun.randomUUIDv7(),
        performanceId,
        holdId,
      }),
      await stranger.mutate("booking.confirm", { bookingId, performanceId, holdId }),
    ]
    for (const { status } of answers) expect([404, 409, 412]).toContain(status)
    const room = { performanceId: victim.room.performanceId }
    await stranger.mutate("waitingRoom.leave", room)
    expect((await stranger.query("waitingRoom.status", room)).data).toMatchObject({
      state: "absent",
      waiting: 1,
    })
    const mine = await stranger.query("booking.mine", {})
    expect(mine.data).toEqual({ bookings: [], nextCursor: null })
    const devices = await stranger.query("account.devices")
    expect(devices.data).toMatchObject({ devices: [{ isThis: true }] })
    const still = await ask("booking.mine", {}, { headers: victims })
    expect(still.data).toMatchObject({ bookings: [{ status: "confirmed" }] })
  })
})
