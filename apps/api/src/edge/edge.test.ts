import { describe, expect, test } from "bun:test"
import { createHash } from "node:crypto"
import { openTestStores } from "@podo/stores/testing"
import { mintAddress, mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const OURS = "http://localhost"
const FRIEND = "https://www.example.com"
const FOREIGN = "https://evil.example"
const { app } = openTestApi(stores)
const { app: opened } = openTestApi(stores, { allowedOrigins: [FRIEND] })

/** Renames the person: what happened can be seen in the database, whatever was answered. */
async function rename(headers: Record<string, string>, asked = app) {
  const { token, userId } = await mintSession(stores)
  const response = await asked.request("/trpc/account.update", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify({ name: "Renamed" }),
  })
  const { name } = await stores.db
    .selectFrom("user")
    .where("id", "=", userId)
    .select("name")
    .executeTakeFirstOrThrow()
  return { response, done: name === "Renamed" }
}

describe("a request that changes something", () => {
  const refused: Record<string, string>[] = [
    { origin: FOREIGN },
    { origin: "null" },
    { origin: "" },
    { origin: FRIEND },
    { origin: `${OURS}:3000` },
    { origin: "https://localhost" },
    { origin: `${OURS}.evil.example` },
    { origin: FOREIGN, "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]
  for (const headers of refused) {
    test(`is refused, and not done: ${JSON.stringify(headers)}`, async () => {
      const { response, done } = await rename(headers)
      expect([response.status, done]).toEqual([403, false])
      const body = (await response.json()) as { error: { data: unknown } }
      expect(body.error.data).toMatchObject({
        code: "FORBIDDEN",
        httpStatus: 403,
        refusal: { code: "NOT_ALLOWED" },
      })
    })
  }

  const passing: Record<string, string>[] = [
    {},
    { origin: OURS },
    { origin: "http://127.0.0.1" },
    { origin: OURS, "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
  ]
  for (const headers of passing) {
    test(`is done: ${JSON.stringify(headers)}`, async () => {
      const { response, done } = await rename(headers)
      expect([response.status, done]).toEqual([200, true])
    })
  }

  test("is refused whatever its method and path, before anything is read", async () => {
    for (const path of ["/api/auth/sign-in/social", "/api/auth/sign-out", "/", "/posters/x.svg"]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const response = await app.request(path, { method, headers: { origin: FOREIGN } })
        expect([path, method, response.status]).toEqual([path, method, 403])
        expect(await response.json()).toEqual({ error: { code: "NOT_ALLOWED" } })
      }
    }
  })

  test("cannot be asked for by GET", async () => {
    const headers = { origin: FOREIGN }
    const response = await app.request("/trpc/account.signOut", { headers })
    expect(response.status).toBe(405)
  })
})

const corsHeaders = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith("access-control-"))

describe("pages of other origins", () => {
  test("are told nothing, however they ask", async () => {
    for (const origin of [FOREIGN, OURS, "null"]) {
      const answers = [
        await app.request("/trpc/account.me", { headers: { origin } }),
        await app.request("/trpc/account.update", {
          method: "OPTIONS",
          headers: { origin, "access-control-request-method": "POST" },
        }),
        await opened.request("/healthz", { headers: { origin } }),
      ]
      expect(answers.flatMap(corsHeaders)).toEqual([])
    }
  })

  test("may call and read once they are configured", async () => {
    const preflight = await opened.request("/trpc/account.update", {
      method: "OPTIONS",
      headers: { origin: FRIEND, "access-control-request-method": "POST" },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get("access-control-allow-origin")).toBe(FRIEND)
    expect(preflight.headers.get("access-control-allow-credentials")).toBe("true")
    expect(preflight.headers.get("access-control-allow-headers")).toContain("content-type")
    const { response, done } = await rename({ origin: FRIEND }, opened)
    expect([response.status, done]).toEqual([200, true])
    expect(response.headers.get("access-control-expose-headers")).toContain("x-request-id")
    expect((await rename({ origin: FOREIGN }, opened)).done).toBe(false)
  })
})

describe("an answer", () => {
  const paths = ["/healthz", "/trpc/account.me", "/trpc/nowhere", "/nowhere", "/api/auth/nowhere"]

  test("has strict headers and an id of ours, whatever it says", async () => {
    const ids = new Set<string | null>()
    for (const path of paths) {
      const { headers } = await app.request(path, { headers: { "x-request-id": "theirs" } })
      const policy = headers.get("content-security-policy") ?? ""
      const isOfData = path.startsWith("/trpc/")
      expect(policy).toContain(isOfData ? "default-src 'none';" : "script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe-|\*/)
      expect(headers.get("x-content-type-options")).toBe("nosniff")
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
      expect(headers.get("referrer-policy")).toBe(isOfData ? null : "same-origin")
      expect(headers.get("strict-transport-security")).toBeNull()
      ids.add(headers.get("x-request-id"))
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/)
    }
    expect(ids.size).toBe(paths.length)
  })

  test("asks browsers to stay with TLS, where there is some", async () => {
    const { app: secure } = openTestApi(stores, { publicUrl: "https://tickets.example.com" })
    const { headers } = await secure.request("/healthz")
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000")
    expect(headers.get("content-security-policy")).toContain("wss://tickets.example.com")
  })

  test("is 404 where nothing is, also of what listens elsewhere", async () => {
    const { app: withPage } = openTestApi(stores, { webRoot: import.meta.dir })
    const unknown = ["/api/nowhere", "/api/auth/get-session", "/trpc/nowhere", "/posters/nowhere"]
    for (const path of [...unknown, "/metrics", "/metrics/", "/dev/mail", "/dev", "/app.tsx"]) {
      expect([path, (await withPage.request(path)).status]).toEqual([path, 404])
    }
  })
})

describe("a path that is no path", () => {
  test("is not found, and no defect", async () => {
    const { app: asked, defects } = openTestApi(stores, { webRoot: `${import.meta.dir}/..` })
    const odd = [
      "%ff",
      "%",
      "%00",
      "..%2f..%2fpackage.json",
      "a\\b",
      "%E0%A4%A",
      "%0a%0d",
      "x".repeat(5_000),
    ]
    const places = ["", "assets/", "assets/x/", "posters/", "trpc/", "api/auth/", "api/"]
    for (const path of places.flatMap((place) => odd.map((name) => `/${place}${name}.svg`))) {
      const read = await asked.request(path)
      const written = await asked.request(path.replace(".svg", ""), { method: "PUT" })
      // Where procedures are asked for, a path is a name or several: what is wrong with it may be said.
      const isName = path.startsWith("/trpc/")
      for (const { status } of [read, written]) {
        expect([path, isName && status < 500 ? 404 : status]).toEqual([path, 404])
      }
    }
    expect(defects).toEqual([])
  })
})

describe("a body that is too large", () => {
  const size = (bytes: number) => new Blob([JSON.stringify("x".repeat(bytes))])

  test("is refused, also when it comes in chunks and does not say how large it is", async () => {
    const server = Bun.serve({ port: 0, fetch: (request) => app.fetch(request) })
    const send = (body: BodyInit) =>
      fetch(`${server.url}trpc/account.signIn`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      })
    expect((await send(size(100_000))).status).toBe(413)
    expect((await send(size(100_000).stream())).status).toBe(413)
    const credentials = { email: `${Bun.randomUUIDv7()}@example.com`, password: "anything" }
    expect((await send(new Blob([JSON.stringify(credentials)]).stream())).status).toBe(401)
    await server.stop(true)
  })
})

describe("the limits by address", () => {
  const isCounted = async (address: string) => {
    const key = createHash("sha256").update(address).digest("base64url")
    return (await stores.redis.exists(`limit:mutation:${key}`)) === 1
  }
  const call = (asked: typeof app, peer: string, forwardedFor: string) =>
    asked.request(
      "/trpc/account.signOut",
      {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": forwardedFor },
      },
      { address: peer },
    )
  /** More often than is counted without Redis. */
  const signOut = (...args: Parameters<typeof call>) =>
    Promise.all(Array.from({ length: 21 }, async () => call(...args)))

  test("is counted for the person behind our proxy, and for nobody whom a stranger names", async () => {
    const proxy = "10.9.8.7"
    const { app: behind } = openTestApi(stores, { trustedProxies: [proxy] })
    const [person, claimed] = [mintAddress(), mintAddress()]
    await signOut(behind, proxy, `${claimed}, ${person}`)
    const networkOf = (address: string) => address.replace("::1", "::/64")
    expect(await isCounted(networkOf(person))).toBe(true)
    expect(await isCounted(networkOf(claimed))).toBe(false)
    const stranger = mintAddress()
    await signOut(app, stranger, claimed)
    expect(await isCounted(networkOf(stranger))).toBe(true)
    expect(await isCounted(networkOf(claimed))).toBe(false)
  })
})
