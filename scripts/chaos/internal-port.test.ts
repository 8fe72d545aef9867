import { afterAll, describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import { join } from "node:path"
import { startApi } from "./api-process.ts"
import { environmentWith, ROOT, testStoreUrls } from "../run/env.ts"
import { freePort } from "../run/ports.ts"

await openTestStores()
const [api, neighbour] = await Promise.all([startApi(), startApi()])
afterAll(async () => {
  await api.kill()
  await neighbour.kill()
})

const statusOf = async (url: string) => (await fetch(url)).status

/** An api that cannot start: what it says, and how it ends. */
async function failToStart(settings: Record<string, string>) {
  const { databaseUrl, redisUrl } = testStoreUrls()
  const env = environmentWith({
    PORT: String(freePort()),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    ...settings,
  })
  const main = join(ROOT, "apps/api/src/main.ts")
  const child = Bun.spawn([process.execPath, main], { env, stdout: "ignore", stderr: "pipe" })
  return { said: await new Response(child.stderr).text(), code: await child.exited }
}

describe("the internal port", () => {
  test("answers on a port of its own, for each process", async () => {
    for (const { internalUrl } of [api, neighbour]) {
      expect(await statusOf(`${internalUrl}/metrics`)).toBe(200)
      expect(await statusOf(`${internalUrl}/dev/mail`)).toBe(200)
      expect(await statusOf(`${internalUrl}/healthz`)).toBe(404)
    }
  })

  test("is not there on the port that people use", async () => {
    for (const path of ["/metrics", "/metrics/", "/dev/mail", "/dev/"]) {
      expect([path, await statusOf(`${api.url}${path}`)]).toEqual([path, 404])
    }
  })

  test("shows the mails of its process", async () => {
    const email = `${Bun.randomUUIDv7()}@example.com`
    const person = { name: "Fan", email, password: "long enough", language: "en" }
    const response = await fetch(`${api.url}/trpc/account.signUp`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(person),
    })
    expect(response.status).toBe(200)
    expect(await (await fetch(`${api.internalUrl}/dev/mail`)).text()).toContain(email)
    expect(await (await fetch(`${neighbour.internalUrl}/dev/mail`)).text()).not.toContain(email)
  })

  test("says which setting it is when its port is taken", async () => {
    const { port } = new URL(api.internalUrl)
    const { said, code } = await failToStart({ INTERNAL_PORT: port })
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      `INTERNAL_PORT ${port} is taken by another program. Set INTERNAL_PORT to a free one, such as INTERNAL_PORT=${Number(port) + 1}.`,
    )
  })
})
