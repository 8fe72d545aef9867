import { environmentWith, ROOT } from "../run/env.ts"

// In the order of what one wants to hear first.
const CHECKS = [
  { name: "format", command: ["run", "--bun", "oxfmt", "--check"] },
  { name: "lint", command: ["run", "--bun", "oxlint", "--type-aware"] },
  { name: "types", command: ["run", "--bun", "tsc", "-p", "scripts"] },
  { name: "dead code", command: ["run", "--bun", "knip", "--no-progress", "--no-config-hints"] },
  { name: "rules of the house", command: ["test", "--timeout=60000", "scripts/check"] },
]

async function run({ name, command }: (typeof CHECKS)[number]) {
  const startedAt = performance.now()
  const child = Bun.spawn([process.execPath, ...command], {
    cwd: ROOT,
    env: environmentWith({ PODO_STORES: "none" }),
    stdio: ["ignore", "pipe", "pipe"],
  })
  const [code, output, errors] = await Promise.all([
    child.exited,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ])
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const passed = code === 0
  if (!passed) console.log(`${output}${errors}`.trim())
  console.log(`${passed ? "passed" : "FAILED"}  ${name} (${seconds} s)`)
  return passed
}

const results = await Promise.all(CHECKS.map(run))
const failed = results.filter((passed) => !passed).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
