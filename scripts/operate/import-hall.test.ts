import { describe, expect, test } from "bun:test"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openTestStores } from "@podo/stores/testing"
import { startApi } from "../chaos/api-process.ts"
import { environmentWith, ROOT, testStoreUrls } from "../run/env.ts"

const stores = await openTestStores()

const HEADER = "area,row,number,x,y,grade,accessible,capacity"

describe("from the command line", () => {
  test("a hall is imported or its wrong lines are named, and events are made up", async () => {
    const server = await startApi()
    const { databaseUrl, redisUrl } = testStoreUrls()
    const urls = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PORT: String(server.port) }
    const folder = mkdtempSync(join(tmpdir(), "podo-hall-"))
    const fileOf = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const right = fileOf("right.csv", `${HEADER}\nA,1,1,0,0,VIP,,\nFloor,,,,,,,300\n`)
    const wrong = fileOf("wrong.csv", `${HEADER}\nA,1,one,0,0,VIP,,\nFloor,,,,,,,0\n`)
    const run = async (command: string, ...args: string[]) => {
      const podo = [process.execPath, join(ROOT, "scripts/operate/podo.ts")]
      const child = Bun.spawn([...podo, command, ...args], {
        env: environmentWith(urls),
        stderr: "pipe",
      })
      const said = await Promise.all(
        [child.stdout, child.stderr].map(async (out) => new Response(out).text()),
      )
      return { code: await child.exited, said: said.join("") }
    }
    const name = `극장 ${crypto.randomUUID()}`
    const where = ["--name", name, "--venue-name", "V", "--address", "A"]
    const halls = () => stores.db.selectFrom("hall").where("name", "=", name).selectAll().execute()
    const [refused, looked, nameless, events] = await Promise.all([
      run("import-hall", "--file", wrong, ...where),
      run("import-hall", "--file", right, ...where, "--dry-run"),
      run("import-hall", "--file", right),
      run("create-events", "--events", "3"),
    ])
    expect([refused.code, refused.said]).toEqual([
      1,
      'line 2: A seat has a number from 1 to 9,999. It says "one".\nline 3: An area holds 1 to 200,000 people. It says "0".\nNothing was imported.\n',
    ])
    expect([looked.code, looked.said]).toEqual([
      0,
      expect.stringContaining("would hold 301 places"),
    ])
    expect([nameless.code, nameless.said]).toEqual([2, expect.stringContaining("--name")])
    expect([events.code, events.said]).toEqual([0, expect.stringMatching(/ok 3\n.*ok 3\n/)])
    expect(await halls()).toEqual([])
    const imported = await run("import-hall", "--file", right, ...where)
    expect([imported.code, imported.said]).toEqual([0, expect.stringContaining("A (a, seated): 1")])
    expect(await halls()).toMatchObject([{ organizerId: null }])
    rmSync(folder, { recursive: true })
    await server.kill()
  }, 30_000)
})
