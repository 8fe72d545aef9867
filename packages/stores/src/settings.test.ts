import { describe, expect, test } from "bun:test"
import { z } from "zod"
import { loggableError } from "@podo/db/errors"
import { parseSettings, storeAdvice, storeSettings, withoutPassword } from "./settings.ts"
import { openTestStores } from "./testing/testing.ts"

const stores = await openTestStores()

const right = { DATABASE_URL: "mysql://u:p@127.0.0.1/podo", REDIS_URL: "redis://127.0.0.1" }

const said = (wrong: Record<string, string | undefined>) => {
  const schema = z.object({ ...storeSettings, A_SECRET: z.string().min(32).optional() })
  try {
    parseSettings(schema, { ...right, ...wrong }, storeAdvice)
  } catch (error) {
    return error instanceof Error ? error.message : ""
  }
  return ""
}

describe("the address of a Redis", () => {
  test.each([
    "redis://127.0.0.1",
    "rediss://user:p%40ss@127.0.0.1:6380/2",
    "redis+cluster://127.0.0.1:7001",
    "redis+cluster://127.0.0.1:7001,127.0.0.1:7002,[::1]:7003",
    "rediss+cluster://user:p%40ss@127.0.0.1:7001,localhost/",
  ])("may be %s", (url) => expect(said({ REDIS_URL: url })).toBe(""))

  test.each([
    "redis+cluster://",
    "redis+cluster://127.0.0.1:7001,",
    "http://127.0.0.1:7001",
    "redis",
  ])("may not be %s", (url) =>
    expect(said({ REDIS_URL: url })).toStartWith(`REDIS_URL is "${url}". Set it to`),
  )
})

describe("a setting that is wrong", () => {
  test("is named, shown, and told how to mend", () => {
    expect(said({})).toBe("")
    expect(said({ LOG_LEVEL: "loud" })).toBe(
      'LOG_LEVEL is "loud". Set it to one of debug, info, warn, error, silent.',
    )
    expect(said({ REDIS_URL: undefined })).toBe(
      "REDIS_URL is not set. Set it to an address such as redis://127.0.0.1:6379, " +
        "or of a cluster such as redis+cluster://127.0.0.1:7001,127.0.0.1:7002.",
    )
  })

  test("is never shown with its password, nor is a secret", () => {
    expect(said({ DATABASE_URL: "http://root:top/se@cret@127.0.0.1/x" })).not.toMatch(/top|cret/)
    for (const odd of [
      "root:hunter2@tcp(db:3306)/podo",
      "jdbc:mysql:podo:hunter2@db",
      "mysql://h/p?password=hunter2",
      "redis+cluster://podo:hunter2@127.0.0.1:7001,127.0.0.1:7002",
    ]) {
      expect(withoutPassword(odd)).not.toContain("hunter2")
    }
    expect(said({ A_SECRET: "too-short-a-secret" })).not.toContain("too-short-a-secret")
    expect(withoutPassword("redis://127.0.0.1:6379")).toBe("redis://127.0.0.1:6379")
  })
})

test("a log is told of a failed query, and nothing of what was in it", async () => {
  const email = `${Bun.randomUUIDv7()}@example.com`
  const now = new Date()
  const user = { name: "N", email, createdAt: now, updatedAt: now }
  const insert = () =>
    stores.db
      .insertInto("user")
      .values({ id: Bun.randomUUIDv7() as never, ...user })
      .execute()
  await insert()
  const error: unknown = await insert().catch((reason: unknown) => reason)
  expect(String(error)).toContain(email)
  const logged = JSON.stringify(loggableError(error))
  expect(logged).toContain("1062")
  expect(logged).not.toContain(email)
})
