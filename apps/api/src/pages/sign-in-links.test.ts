import { describe, expect, test } from "bun:test"
import { mintSignInLink } from "@podo/accounts/sign-in-links"
import { openTestStores } from "@podo/stores/testing"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores, { hasSignInLinks: true })

const open = async (code: string, from = api) => from.app.request(`/dev/sign-in/${code}`)

describe("a link that signs in", () => {
  test("leads to the desk with a session of that person, once", async () => {
    const { userId } = await mintSession(stores)
    const code = await mintSignInLink(stores.redis, userId)
    const first = await open(code)
    expect([first.status, first.headers.get("location")]).toEqual([302, "/desk"])
    const cookie = first.headers.getSetCookie().map((line) => line.split(";")[0])
    const me = await api.app.request("/trpc/account.me", { headers: { cookie: cookie.join("; ") } })
    expect(await me.json()).toMatchObject({ result: { data: { userId } } })
    const second = await open(code)
    expect([second.status, second.headers.get("location")]).toEqual([302, "/sign-in"])
    expect(second.headers.getSetCookie()).toEqual([])
  })

  test("works for only one of many who open it at once", async () => {
    const { userId } = await mintSession(stores)
    const code = await mintSignInLink(stores.redis, userId)
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(code)))
    const targets = answers.map(({ headers }) => headers.get("location"))
    expect(targets.filter((target) => target === "/desk")).toHaveLength(1)
  })

  test("is not there where it was not asked for, as in production", async () => {
    const { userId } = await mintSession(stores)
    const code = await mintSignInLink(stores.redis, userId)
    expect((await open(code, openTestApi(stores))).status).toBe(404)
  })

  test("leads to the page to sign in where the code is made up", async () => {
    const made = await open("made-up")
    expect([made.status, made.headers.get("location")]).toEqual([302, "/sign-in"])
  })
})
