import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Glob } from "bun"
import { ROOT, type Environment } from "./env.ts"
import { Problem } from "./problem.ts"

const PAGE = join(ROOT, "apps/web/dist/index.html")
const SOURCES = [
  "apps/web/build.ts",
  "apps/web/package.json",
  "apps/web/src/**",
  "packages/contract/src/**",
  "bun.lock",
]

/** Builds the page, unless nothing that goes into it has changed since this folder's last build. */
export async function buildClient(data: string) {
  const stamp = join(data, "client-build")
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === `${wanted} ${builtAt()}`) return
  console.log("Building the page.")
  await runBun(["apps/web/build.ts"], "The page could not be built.")
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(stamp, `${wanted} ${builtAt()}`)
}

function builtAt() {
  return existsSync(PAGE) ? statSync(PAGE).mtimeMs : "never"
}

function fingerprint() {
  const scan = (pattern: string) => [...new Glob(pattern).scanSync({ cwd: ROOT, onlyFiles: true })]
  const files = SOURCES.flatMap(scan).toSorted()
  const hash = new Bun.CryptoHasher("sha1")
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(ROOT, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest("hex")
}

/** Runs one of our own programs to its end. It says itself what went wrong; `failure` says what that means here. */
export async function runBun(args: string[], failure: string, env?: Environment) {
  const child = Bun.spawn([process.execPath, ...args], {
    cwd: ROOT,
    ...(env && { env }),
    stdio: ["ignore", "inherit", "inherit"],
  })
  if ((await child.exited) !== 0) throw new Problem(failure)
}
