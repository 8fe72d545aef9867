import { afterAll, describe, expect, test } from "bun:test"
import { openForger } from "@podo/accounts/testing-forger"
import { openTestStores } from "@podo/stores/testing"
import { openTestApi } from "../testing/api.ts"
import { comeBack, failed, NEXT, setOff, WAY_BACK, whoIs } from "../testing/google.ts"

const stores = await openTestStores()
const forger = await openForger()
afterAll(forger.close)

type Forged = Parameters<typeof forger.forge>[0]
type TokenAnswer = (idToken: string) => Response | Promise<Response>

const honest: TokenAnswer = (idToken) =>
  Response.json({ access_token: "x", token_type: "Bearer", id_token: idToken })

/** A whole login at the forger, whose ID token is good but for what is asked. */
async function logInWith(forged: Forged = {}, answer: TokenAnswer = honest, settings = {}) {
  const api = openTestApi(stores, { google: { ...forger.settings, ...settings } })
  const visitor = api.openVisitor()
  const url = await setOff(visitor)
  const [code, sub] = [crypto.randomUUID(), crypto.randomUUID()]
  const claims = {
    sub,
    nonce: url.searchParams.get("nonce") ?? "",
    email: `${sub}@example.com`,
    email_verified: true,
    ...forged.claims,
  }
  const idToken = await forger.forge({ ...forged, claims })
  forger.answer(code, () => answer(idToken))
  const back = new URL(WAY_BACK)
  back.search = new URLSearchParams({ code, state: url.searchParams.get("state") ?? "" }).toString()
  const to = await comeBack(visitor, back)
  const me = await whoIs(visitor)
  const rows = await stores.db
    .selectFrom("account")
    .where("accountId", "=", sub)
    .selectAll()
    .execute()
  return { to, me, rows, defects: api.defects }
}

const REFUSED = { to: failed("provider_failed"), me: null, rows: [] }
const soon = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

describe("an ID token", () => {
  // Without this control all the others might be refused for another reason than theirs.
  test("that is right in everything signs in", async () => {
    const { to, me, defects } = await logInWith()
    expect(to).toBe(NEXT)
    expect(me).not.toBeNull()
    expect(defects).toEqual([])
  })

  test("may write the issuer without its scheme, as Google does", async () => {
    const issuer = "https://accounts.example.com"
    const claims = { iss: "accounts.example.com" }
    expect((await logInWith({ claims }, honest, { issuer })).to).toBe(NEXT)
  })

  const forgeries: Record<string, Forged> = {
    "of another login": { claims: { nonce: "another" } },
    "of no login": { claims: { nonce: undefined } },
    "of another issuer": { claims: { iss: "https://accounts.example.com" } },
    "of no issuer": { claims: { iss: undefined } },
    "for another site": { claims: { aud: "another" } },
    "for no site": { claims: { aud: undefined } },
    "for another site that names us as well": { claims: { aud: ["podo", "b"], azp: "b" } },
    "that is over": { claims: { exp: soon(-60) } },
    "without an end": { claims: { exp: undefined } },
    "without a beginning": { claims: { iat: undefined } },
    "that begins later": { claims: { nbf: soon(600) } },
    "of nobody": { claims: { sub: "" } },
    "of somebody without end": { claims: { sub: "x".repeat(256) } },
    "signed with another key": { key: "foreign" },
    "that nobody has signed": { alg: "none" },
    "signed with what everybody knows": { alg: "HS256" },
  }
  test.each(Object.entries(forgeries))("%s is refused", async (_, forged) => {
    const { defects, ...end } = await logInWith(forged)
    expect(end).toEqual(REFUSED)
    // The operator has to hear of it: the person cannot cure it.
    expect(defects).toHaveLength(1)
  })
})

describe("a provider", () => {
  const answers: Record<string, TokenAnswer> = {
    "gives no ID token": () => Response.json({ access_token: "x", token_type: "Bearer" }),
    "gives an empty one": () => honest(""),
    "gives half of one": (idToken) => honest(idToken.slice(0, -20)),
    "says that it is our fault": () => Response.json({ error: "invalid_client" }, { status: 401 }),
    "falls over": () => new Response("<h1>Oops</h1>", { status: 500 }),
    "talks nonsense": () => new Response("\u0000{[", { status: 200 }),
    "answers with a number": () => Response.json(42),
    "says nothing": () => new Response(null, { status: 204 }),
    "sends elsewhere": () => Response.redirect(`${forger.settings.tokenUrl}/other`, 307),
  }
  test.each(Object.entries(answers))("that %s signs nobody in", async (_, answer) => {
    const { defects, ...end } = await logInWith({}, answer)
    expect(end).toEqual(REFUSED)
    expect(defects).toHaveLength(1)
  })

  test("that was sent a made-up code is no news", async () => {
    const answer = () => Response.json({ error: "invalid_grant" }, { status: 400 })
    expect(await logInWith({}, answer)).toEqual({ ...REFUSED, defects: [] })
  })

  const CLOSED = "http://127.0.0.1:1/nobody"
  test.each([
    ["tokens", { tokenUrl: CLOSED }],
    ["keys", { jwksUrl: CLOSED }],
    ["keys that are none", { jwksUrl: `${forger.settings.jwksUrl}/of-nobody` }],
  ])("that is away with its %s signs nobody in", async (_, settings) => {
    expect(await logInWith({}, honest, settings)).toMatchObject(REFUSED)
  })

  test("that never answers keeps nobody waiting", async () => {
    const never = Promise.withResolvers<Response>()
    const silent = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => never.promise })
    const jwksUrl = `http://127.0.0.1:${silent.port}/jwks`
    const begun = performance.now()
    const ends = await Promise.all([
      logInWith({}, () => never.promise),
      logInWith(
        {},
        () => new Response(new ReadableStream({ pull: () => never.promise.then(() => {}) })),
      ),
      logInWith({}, honest, { jwksUrl }),
    ])
    for (const end of ends) expect(end).toMatchObject(REFUSED)
    expect(performance.now() - begun).toBeLessThan(8_000)
    never.resolve(new Response())
    await silent.stop(true)
  }, 15_000)
})
