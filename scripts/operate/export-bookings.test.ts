import { describe, expect, test } from "bun:test"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { BookingId } from "@podo/contract/ids"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { connectApi } from "./api-client.ts"
import { startApi } from "../chaos/api-process.ts"
import { environmentWith, ROOT, testStoreUrls } from "../run/env.ts"

const stores = await openTestStores()

describe("the bookings of a performance", () => {
  test("are exported by a script, which leaves no admin behind", async () => {
    const { databaseUrl, redisUrl } = testStoreUrls()
    const server = await startApi()
    const { performanceId } = await mintPerformance(stores)
    const [session] = await mintSessions(stores.db, 1)
    const api = connectApi(server.url, session?.token ?? "")
    const { holdId } = await api.seating.claim.mutate({ performanceId, places: [3, 4] })
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    await api.booking.confirm.mutate({ bookingId, performanceId, holdId })
    const admins = stores.db.selectFrom("userRole").where("role", "=", "admin").select("userId")
    const before = await admins.execute()

    const folder = mkdtempSync(join(tmpdir(), "podo-export-"))
    const file = join(folder, "out.csv")
    const podo = [join(ROOT, "scripts/operate/podo.ts"), "export-bookings"]
    const env = environmentWith({
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      PORT: String(server.port),
    })
    const run = Bun.spawn(
      [process.execPath, ...podo, "--performance", performanceId, "--file", file],
      { env },
    )
    expect(await run.exited).toBe(0)
    const lines = readFileSync(file, "utf8").split("\r\n")
    rmSync(folder, { recursive: true })
    await server.kill()

    expect(lines[0]).toStartWith("\uFEFFbooking id,")
    expect(lines.slice(1, 3).every((line) => line.startsWith(`${bookingId},confirmed,`))).toBe(true)
    expect(lines.slice(3)).toEqual([""])
    expect(await admins.execute()).toEqual(before)
  }, 30_000)
})
