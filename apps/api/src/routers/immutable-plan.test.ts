import { describe, expect, test } from "bun:test"
import { announceChange } from "@podo/catalog/announce-change"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const { app } = openTestApi(stores)

const HOUR_MS = 3_600_000
const FOR_EVER = "public, max-age=31536000, immutable"

const addressOf = (performanceId: string, procedure = "plan") =>
  `/trpc/seating.${procedure}?input=${encodeURIComponent(JSON.stringify({ performanceId }))}`

async function ask(path: string, headers: Record<string, string> = {}) {
  const { status, headers: said } = await app.request(path, { headers })
  const [tag, control] = [said.get("etag") ?? "", said.get("cache-control")]
  return { status, tag, control, vary: said.get("vary"), encoding: said.get("content-encoding") }
}

describe.each(["plan", "seats"])("of a plan: %s", (procedure) => {
  test("is kept for ever once its sale has opened, and asked for only once", async () => {
    const { performanceId } = await mintPerformance(stores, { capacity: 500 })
    const address = addressOf(performanceId, procedure)
    const plan = await ask(address)
    expect(plan).toMatchObject({ status: 200, control: FOR_EVER })
    expect(plan.vary).toContain("Accept-Encoding")
    const packed = await ask(address, { "accept-encoding": "gzip" })
    expect(packed).toEqual({ ...plan, encoding: "gzip" })
    const again = await ask(address, { "if-none-match": plan.tag })
    expect(again).toMatchObject({ status: 304, control: FOR_EVER, tag: plan.tag })
  })

  test("is asked for again until then", async () => {
    const { performanceId } = await mintPerformance(stores, { saleOpensInMs: HOUR_MS })
    const address = addressOf(performanceId, procedure)
    const { status, tag, control } = await ask(address)
    expect([status, control]).toEqual([200, "no-cache"])
    const same = await ask(address, { "if-none-match": tag })
    expect([same.status, same.control]).toEqual([304, "no-cache"])
  })

  test("is nobody's to see of a draft", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    await stores.db
      .updateTable("event")
      .where("id", "=", eventId)
      .set({ publishedAt: null })
      .execute()
    const answer = await ask(addressOf(performanceId, procedure))
    expect([answer.status, answer.control]).toEqual([404, "no-store"])
  })
})

describe("a plan", () => {
  test("is sent again when its prices have changed", async () => {
    const { performanceId, eventId } = await mintPerformance(stores, { saleOpensInMs: HOUR_MS })
    const { tag } = await ask(addressOf(performanceId))
    await stores.db
      .updateTable("performanceArea")
      .where("performanceId", "=", performanceId)
      .set({ price: 1 })
      .execute()
    await announceChange(stores, eventId)
    const other = await ask(addressOf(performanceId), { "if-none-match": tag })
    expect([other.status, other.control]).toEqual([200, "no-cache"])
    expect(other.tag).not.toBe(tag)
  })

  test("is kept by nobody in one piece with other answers, nor is a refusal, nor anything else", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const inputs = JSON.stringify({ 0: { performanceId }, 1: { performanceId } })
    const batch = `batch=1&input=${encodeURIComponent(inputs)}`
    for (const path of [
      `/trpc/seating.plan,seating.availability?${batch}`,
      `/trpc/seating.plan,seating.seats?${batch}`,
      addressOf(Bun.randomUUIDv7()),
      addressOf("nothing"),
      addressOf(performanceId, "availability"),
      `/trpc/catalog.event?input=${encodeURIComponent(JSON.stringify({ eventId }))}`,
    ]) {
      expect((await ask(path)).control).toBe("no-store")
    }
  })
})
