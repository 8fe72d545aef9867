import { flag, text } from "../arguments.ts"
import { Problem, runOrExplain } from "../problem.ts"
import { openBench } from "./bench.ts"
import { describeMachine } from "./report/machine.ts"
import { type Results, writeResults } from "./report/results.ts"
import { printFinding } from "./report/print.ts"
import { sections } from "./sections.ts"
import { warmUp } from "./warm-up.ts"

// bun run bench: everything that is said about speed, measured in one run. `--only booking,claim` some of it,
// `--quick` all of it in short, to see that it works; `--write` puts even those where the whole results are.
await runOrExplain(async () => {
  const [isQuick, only] = [flag("quick"), text("only")?.split(",")]
  const unknown = only?.find((name) => !sections.some((section) => section.name === name))
  if (unknown !== undefined) {
    const names = sections.map(({ name }) => name).join(", ")
    throw new Problem(`There is no section "${unknown}". There are ${names}.`)
  }
  const chosen = sections.filter(({ name }) => only?.includes(name) ?? true)
  const bench = await openBench(isQuick)
  if (!isQuick) await warmUp(bench)
  const began = performance.now()
  const failed: string[] = []
  const results: Results = {
    machine: await describeMachine(bench),
    isQuick,
    isWhole: only === undefined,
    told: [],
    seconds: 0,
  }
  for (const section of chosen) {
    const startedAt = performance.now()
    console.log(`\n${section.title}`)
    const finding = await section.run(bench).catch((error: Error) => {
      // The others are worth knowing all the same, and the run as a whole has failed.
      console.error(error instanceof Problem ? error.message : error)
      failed.push(section.name)
      return undefined
    })
    if (!finding) continue
    const seconds = (performance.now() - startedAt) / 1_000
    results.told.push({ section, finding, seconds })
    printFinding(finding)
    console.log(`(${section.name}: ${seconds.toFixed(0)} s)`)
  }
  results.seconds = (performance.now() - began) / 1_000
  await bench.close()
  const isKept = failed.length === 0 && (flag("write") || (!isQuick && only === undefined))
  console.log(`\nWritten to ${await writeResults(results, isKept)}`)
  if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}`)
  process.exit(failed.length > 0 ? 1 : 0)
})
