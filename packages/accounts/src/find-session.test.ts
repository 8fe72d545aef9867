import { describe, expect, test } from "bun:test"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { mailForDevelopment } from "@podo/mail/mailer"
import type { Redis } from "@podo/redis/connect"
import { type Accounts, createAccounts } from "./accounts.ts"
import { endAllSessions } from "./end-sessions.ts"
import { findSession } from "./find-session.ts"
import { mintSessions } from "./mint-sessions.ts"
import type { Visit } from "./visit.ts"

const stores = await openTestStores()

/** As another process would have them: over the same stores, and remembering nothing. */
const openAccounts = (redis = stores.redis): Accounts =>
  createAccounts(
    { ...stores, redis },
    {
      publicUrl: "http://localhost",
      secret: "a-secret-for-tests-of-32-characters",
      mailer: mailForDevelopment(() => {}),
    },
  )
const accounts = openAccounts()

async function mintVisit() {
  const [session] = await mintSessions(stores.db, 1)
  if (!session) throw new Error("No session was minted.")
  const headers = new Headers({ authorization: `Bearer ${session.token}` })
  return { ...session, visit: { headers, address: "", setCookie: () => {} } satisfies Visit }
}

/** The same Redis, but what is said to it by `set` waits until it is let go. */
function holdingBack(redis: Redis) {
  const [reached, goes] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held = new Proxy(redis, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== "function") return value
      const call: (...args: unknown[]) => unknown = value.bind(target)
      if (name !== "set") return call
      return async (...args: unknown[]) => {
        reached.resolve()
        await goes.promise
        return call(...args)
      }
    },
  })
  return { held, reached: reached.promise, letGo: goes.resolve }
}

describe("a session that ends while it is looked up", () => {
  test("is not taken, and Redis does not vouch for it", async () => {
    const { visit } = await mintVisit()
    const session = await findSession(accounts, visit)
    if (!session) throw new Error("There was no session to begin with.")
    await stores.redis.flushdb()
    const { held, reached, letGo } = holdingBack(stores.redis)
    const looking = findSession(openAccounts(held), visit)
    await reached
    await endAllSessions(accounts, visit, session)
    letGo()
    expect(await looking).toBeNull()
    expect(await findSession(openAccounts(), visit)).toBeNull()
  })

  test("and the look-up does see it alive: without an end it is taken", async () => {
    const { visit, userId } = await mintVisit()
    const { held, reached, letGo } = holdingBack(stores.redis)
    const looking = findSession(openAccounts(held), visit)
    await reached
    letGo()
    expect(await looking).toMatchObject({ userId })
  })
})

describe("a crowd whom Redis does not know", () => {
  test("is looked up in a few statements, and each is who they are", async () => {
    const sessions = await mintSessions(stores.db, 300)
    const fresh = openAccounts()
    const before = countStatements(stores)
    const found = await Promise.all(
      [...sessions.map(({ token }) => token), crypto.randomUUID()].map((token) => {
        const headers = new Headers({ authorization: `Bearer ${token}` })
        return findSession(fresh, { headers, address: "", setCookie: () => {} })
      }),
    )
    expect(countStatements(stores) - before).toBeLessThanOrEqual(10)
    expect(found.map((session) => session?.userId)).toEqual([
      ...sessions.map(({ userId }) => userId),
      undefined,
    ])
  })
})
