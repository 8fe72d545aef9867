import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ROOT } from "../../run/env.ts"
import type { Finding, Row, SectionResult } from "../section.ts"
import { drawChart } from "./chart.ts"
import { boundOf, cellsOf, holds, ROW_HEAD, valueOf } from "./print.ts"

export type Results = {
  machine: [string, string][]
  isQuick: boolean
  /** All sections. */
  isWhole: boolean
  told: SectionResult[]
  seconds: number
}

const FOLDER = join(ROOT, "scripts/bench")

/** Writes RESULTS.md and its chart: where they belong, or to a folder that may be thrown away. Returns where. */
export async function writeResults(results: Results, isKept: boolean): Promise<string> {
  const folder = isKept ? FOLDER : mkdtempSync(join(tmpdir(), "podo-bench-"))
  await Bun.write(join(folder, "results.svg"), drawChart(results.told))
  await Bun.write(join(folder, "RESULTS.md"), textOf(results))
  return join(folder, "RESULTS.md")
}

function textOf(results: Results): string {
  const { machine, told, seconds } = results
  const parts = [
    "# What a run of `bun run bench` showed",
    preface(results),
    table(["", ""], machine),
    `All of it took ${Math.round(seconds / 60)} minutes. Other programs of the machine took ${othersOf(told)} of a core meanwhile (median of the rounds).`,
    "![The figures as bars](results.svg)",
    "## What the run shows against the promises",
    table(
      ["", "measured", "promised", ""],
      told.flatMap(({ finding }) => (finding.shown ?? []).map(promiseOf)),
    ),
    ...told.map(sectionText),
  ]
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`
}

const preface = ({ isQuick, isWhole }: Results) =>
  [
    "Written by the run itself: change the benchmark, not this file. README.md beside it says how to read it.",
    ...(isQuick ? ["**A quick run: too short to be believed.**"] : []),
    ...(isWhole ? [] : ["**Only some of the sections.**"]),
  ].join(" ")

function promiseOf(shown: NonNullable<Finding["shown"]>[number]): string[] {
  const verdict = holds(shown)
  const word = verdict === undefined ? "" : verdict ? "holds" : "**does not hold**"
  return [shown.says, valueOf(shown), boundOf(shown), word]
}

function sectionText({ section, finding }: SectionResult): string {
  const { rows = [], lines = [] } = finding
  return [
    `## ${section.title}`,
    `\`--only ${section.name}\`. ${section.how}`,
    rows.length > 0 ? table(ROW_HEAD, rows.map(cellsOf)) : "",
    lines.map((line) => `* ${line}`).join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

function othersOf(told: SectionResult[]): string {
  const rows = told.flatMap(({ finding }): Row[] => finding.rows ?? [])
  const sorted = rows.map(({ othersCores }) => othersCores).toSorted((one, other) => one - other)
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)
}

function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return ""
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")
}
