import { mkdirSync, rmSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { Command } from "@commander-js/extra-typings"
import { NO_CHROMIUM, provideChromium } from "../e2e/chromium.ts"
import { buildClient } from "../run/build-page.ts"
import { environmentWith, readSettings, ROOT, type Environment } from "../run/env.ts"
import { runOrExplain } from "../run/problem.ts"
import { prepareStores } from "../stores/stores.ts"
import { startThrowAway } from "../stores/throw-away.ts"

const WORKERS = Math.min(availableParallelism(), 4)
// A busy machine is no defect; a test that hangs is one.
const TIMEOUT_MS = 30_000

/** Where no test starts a browser or a program of its own. */
const FAST = ["apps", "packages", "db", "scripts/check", "scripts/bench"]

const asked = new Command("./scripts/test")
  .description("Runs the suite on real stores that are thrown away.")
  .argument("[paths...]", "only the test files whose path contains one of these")
  .option("--fast", `leave out browsers and programs: only ${FAST.join(", ")}`)
  .option("-t, --test-name-pattern <regex>", "only tests whose name fits")
  .option("--seed <number>", "the order of an earlier run")
  .exitOverride(({ exitCode }) => process.exit(exitCode && 2))
  .parse()
const { args: paths } = asked
const { fast = false, testNamePattern, seed } = asked.opts()

async function main() {
  const settings = readSettings()
  mkdirSync(settings.data, { recursive: true, mode: 0o700 })
  const chromium = fast || (await provideChromium())
  if (!chromium) console.error(NO_CHROMIUM)
  if (!fast) await buildClient(settings.data)

  // One pair for each worker: a test that empties Redis must not do it to its neighbours.
  const pairs = []
  for (let worker = 1; worker <= WORKERS; worker++) {
    pairs.push(await startThrowAway(settings.databaseUrl, prepareStores))
  }
  const report = join(settings.data, "test-report.xml")
  rmSync(report, { force: true })
  const env = environmentWith({ PODO_TEST_STORES: JSON.stringify(pairs) })
  const code = await runTests(report, env)
  await Promise.all(pairs.map((pair) => pair.stop()))

  const { passed, failed } = await countsOf(report)
  // Something may go wrong outside any test; and tests that cannot run are not tests that pass.
  const broken = (code !== 0 || !chromium) && failed === 0 ? 1 : 0
  if (!chromium) console.error(NO_CHROMIUM)
  console.log(`${passed} passed, ${failed + broken} failed`)
  process.exit(failed + broken > 0 ? 1 : 0)
}

async function runTests(report: string, env: Environment) {
  const chosen = [
    ...(testNamePattern === undefined ? [] : ["--test-name-pattern", testNamePattern]),
    ...(seed === undefined ? [] : ["--seed", seed]),
    ...(paths.length > 0 ? paths : fast ? FAST : []),
  ]
  const order = ["--randomize", `--parallel=${WORKERS}`, `--timeout=${TIMEOUT_MS}`]
  const reports = ["--reporter=junit", `--reporter-outfile=${report}`]
  const tests = Bun.spawn(
    [process.execPath, "--no-orphans", "test", ...order, ...reports, ...chosen],
    { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] },
  )
  // A Ctrl-C reaches the tests by itself. We only stay to clear up after them.
  process.on("SIGINT", () => {})
  process.on("SIGTERM", () => tests.kill("SIGTERM"))
  return tests.exited
}

async function countsOf(report: string) {
  const file = Bun.file(report)
  const xml = (await file.exists()) ? await file.text() : ""
  const head = /<testsuites[^>]*>/.exec(xml)?.[0] ?? ""
  const count = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(head)?.[1] ?? 0)
  const failed = count("failures") + count("errors")
  return { passed: count("tests") - failed - count("skipped"), failed }
}

await runOrExplain(main)
