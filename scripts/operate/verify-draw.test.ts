import { afterAll, beforeAll, describe, expect, test } from "bun:test"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { openTestApi } from "@podo/api/testing"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { sealDraw } from "@podo/waiting-room/seal-draw"
import { environmentWith, ROOT } from "../run/env.ts"

const stores = await openTestStores()
const server = openTestApi(stores).listen()
const folder = mkdtempSync(join(tmpdir(), "podo-draw-"))

async function verify(performanceId: PerformanceId, ...args: string[]) {
  const podo = [join(ROOT, "scripts/operate/podo.ts"), "verify-draw"]
  const url = `http://localhost:${server.port}`
  const run = Bun.spawn(
    [process.execPath, ...podo, "--performance", performanceId, "--url", url, ...args],
    {
      env: environmentWith({}),
      stdout: "pipe",
      stderr: "pipe",
    },
  )
  const said = Promise.all([new Response(run.stdout).text(), new Response(run.stderr).text()])
  return { code: await run.exited, said: (await said).join("") }
}

function listOf(people: UserId[]) {
  const file = join(folder, `${Bun.randomUUIDv7()}.txt`)
  writeFileSync(file, `${people.join("\n")}\n`)
  return file
}

const mintLobby = () =>
  mintPerformance(stores, { saleOpensInMs: 3_600_000, room: { hasDraw: true } })

/** A lobby with these people in it, whose sale has opened. */
async function sealLobbyOf(people: UserId[]): Promise<PerformanceId> {
  const { performanceId } = await mintLobby()
  for (const userId of people) await enterRoom(stores, userId, { performanceId })
  await stores.db
    .updateTable("performance")
    .where("id", "=", performanceId)
    .set({ saleOpensAt: new Date() })
    .execute()
  await stores.redis.del(keysOfPerformance(performanceId).sale)
  await sealDraw(stores, performanceId)
  return performanceId
}

describe("a draw that was published", () => {
  let performanceId: PerformanceId
  let token = ""
  const people: UserId[] = []

  beforeAll(async () => {
    const [session] = await mintSessions(stores.db, 1)
    token = session?.token ?? ""
    people.push(session?.userId ?? mintUserId(), ...Array.from({ length: 40 }, mintUserId))
    performanceId = await sealLobbyOf(people)
  })

  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await server.stop()
  })

  test("is right by itself, for somebody in it, and by an auditor's list", async () => {
    const [bare, own, audited] = await Promise.all([
      verify(performanceId),
      verify(performanceId, "--token", token),
      verify(performanceId, "--entrants", listOf(people)),
    ])
    expect(bare).toMatchObject({ code: 0, said: expect.stringContaining("41 draws") })
    expect(own).toMatchObject({ code: 0, said: expect.stringMatching(/own place is \d+/) })
    expect(audited).toMatchObject({ code: 0, said: expect.stringContaining("41 people") })
  })

  test("does not pass with another list: it is said who is missing, and what was smuggled in", async () => {
    const stranger = mintUserId()
    const [outsider, ...others] = people
    const { code, said } = await verify(performanceId, "--entrants", listOf([...others, stranger]))
    expect(code).toBe(1)
    expect(said).toContain(`Missing: ${stranger}`)
    expect(said).toMatch(/^Smuggled in at place \d+: [0-9a-f]{13}$/m)
    expect(said).not.toContain(outsider ?? "")
  })

  test("does not pass where two places are swapped in it", async () => {
    const tampered = await sealLobbyOf(people.slice(0, 5))
    const { draws } = await stores.db
      .selectFrom("drawPage")
      .where("performanceId", "=", tampered)
      .select("draws")
      .executeTakeFirstOrThrow()
    const swapped = draws.slice(13, 26) + draws.slice(0, 13) + draws.slice(26)
    await stores.db
      .updateTable("drawPage")
      .where("performanceId", "=", tampered)
      .set({ draws: swapped })
      .execute()
    const { code, said } = await verify(tampered)
    expect(code).toBe(1)
    expect(said).toContain("ascending order")
    expect(said).toContain("digest")
  })

  test("is asked for too early in one sentence, and so is one that is not there", async () => {
    const lobby = await mintLobby()
    const plain = await mintPerformance(stores)
    const [early, none] = await Promise.all([
      verify(lobby.performanceId),
      verify(plain.performanceId),
    ])
    expect(early).toEqual({
      code: 1,
      said: expect.stringMatching(/^The draw is not sealed yet.*\n$/),
    })
    expect(none).toEqual({ code: 1, said: "The draw could not be read: NOT_FOUND.\n" })
  })
})
