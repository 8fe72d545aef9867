import { Command, InvalidArgumentError } from "@commander-js/extra-typings"
import { Problem } from "../run/problem.ts"
import { openBench } from "./bench.ts"
import { describeMachine } from "./report/machine.ts"
import { type Results, writeResults } from "./report/results.ts"
import { printFinding } from "./report/print.ts"
import { sections } from "./sections.ts"
import { warmUp } from "./warm-up.ts"

const NAMES = sections.map(({ name }) => name)

function sectionNames(value: string): string[] {
  const names = value.split(",")
  const unknown = names.find((name) => !NAMES.includes(name))
  if (unknown === undefined) return names
  throw new InvalidArgumentError(`There is no section "${unknown}". There are ${NAMES.join(", ")}.`)
}

export const benchCommand = new Command("bench")
  .description("measure everything that is said about speed, in one run of half an hour")
  .option("--only <sections>", "some of its sections, with commas between them", sectionNames)
  .option("--quick", "all of it in short, within three minutes, to see that it works")
  .option("--write", "put even these results where the whole ones are")
  .action(measureAll)

type Asked = { only?: string[]; quick?: boolean; write?: boolean }

async function measureAll({ only, quick: isQuick = false, write = false }: Asked) {
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
  const isKept = failed.length === 0 && (write || (!isQuick && only === undefined))
  console.log(`\nWritten to ${await writeResults(results, isKept)}`)
  if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}`)
  process.exit(failed.length > 0 ? 1 : 0)
}
