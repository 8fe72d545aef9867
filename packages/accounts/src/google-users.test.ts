import { describe, expect, test } from "bun:test"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { barrier } from "@podo/db/racing"
import { isDuplicate } from "@podo/db/errors"
import { inTransaction } from "@podo/db/transaction"
import type { GoogleClaims } from "./google.ts"
import { accountOf } from "./google-users.ts"
import { findUserAtGoogle, insertUserAtGoogle } from "./google-users.queries.ts"
import { insertUser } from "./users.queries.ts"

const { db } = await openTestStores()
const TABS = 10

function newClaims(): GoogleClaims {
  const sub = crypto.randomUUID()
  return { sub, nonce: "", email: `${sub}@example.com`, email_verified: true, name: "Fan" }
}

const inAllTabs = <Result>(work: () => Promise<Result>) =>
  Promise.allSettled(Array.from({ length: TABS }, work))

async function rowsOf({ sub, email = "" }: GoogleClaims) {
  const users = await db.selectFrom("user").where("email", "=", email).select("id").execute()
  const ways = await db
    .selectFrom("account")
    .where("accountId", "=", sub)
    .select(["userId"])
    .execute()
  return { users, ways }
}

describe("somebody at Google has one account", () => {
  test("however many of their tabs come for the first time at once", async () => {
    const claims = newClaims()
    const tabs = await inAllTabs(() => accountOf(db, claims, "en"))
    const { users, ways } = await rowsOf(claims)
    expect(users).toHaveLength(1)
    expect(ways).toEqual([{ userId: users[0]?.id as (typeof ways)[0]["userId"] }])
    expect(tabs).toEqual(tabs.map(() => ({ status: "fulfilled", value: ways[0]?.userId }) as never))
  })

  test("however many of them are linked at once to the account that they had", async () => {
    const claims = newClaims()
    const { email = "", name = "" } = claims
    const id = mintUserId()
    await inTransaction(db, (trx) => insertUser(trx, { id, name, email, language: "ko" }))
    const tabs = await inAllTabs(() => accountOf(db, claims, "en"))
    expect(tabs).toEqual(tabs.map(() => ({ status: "fulfilled", value: id }) as never))
    expect(await rowsOf(claims)).toEqual({ users: [{ id }], ways: [{ userId: id }] })
  })

  // Without this control the tests above would also pass if no tab ever came between.
  test("and the race is real: who looks only once finds that another was faster", async () => {
    const { sub, email = "", name = "" } = newClaims()
    const allHaveLooked = barrier(TABS)
    const tabs = await inAllTabs(async () => {
      const known = await inTransaction(db, (trx) => findUserAtGoogle(trx, sub))
      await allHaveLooked()
      if (known) return
      await inTransaction(db, async (trx) => {
        const id = mintUserId()
        await insertUser(trx, { id, name, email, language: "ko" })
        await insertUserAtGoogle(trx, id, sub)
      })
    })
    const reasons = tabs.flatMap((tab) => (tab.status === "rejected" ? [tab.reason] : []))
    expect(reasons).toHaveLength(TABS - 1)
    expect(reasons.every(isDuplicate)).toBe(true)
  })
})
