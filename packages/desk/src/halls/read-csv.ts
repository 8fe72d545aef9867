import type { HallProblem } from "@podo/contract/hall"
import { PLACES_PER_PERFORMANCE_MAX } from "@podo/contract/limits"
import Papa from "papaparse"
import { COLUMNS, type HallLine, hallProblem, SEAT_COLUMNS } from "./hall-lines.ts"

const DELIMITERS = [",", ";", "\t"]

/** With the header, and some that are empty. Millions of those would keep everybody waiting. */
const LINES_MAX = PLACES_PER_PERFORMANCE_MAX + 10_000

export type HallFile = {
  lines: HallLine[]
  problems: HallProblem[]
}

/** The lines of a CSV file with a header, each with the number of the line on which it begins. */
export function readCsv(text: string): HallFile {
  // Spreadsheets write a byte order mark and ends of lines of their own.
  const plain = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n")
  const [firstLine = ""] = plain.split("\n", 1)
  const delimiter = DELIMITERS.find((one) => firstLine.includes(one)) ?? ","
  const asWritten = { delimiter, newline: "\n", preview: LINES_MAX + 1 } as const
  const { data, errors } = Papa.parse<string[]>(plain, asWritten)
  if (data.length > LINES_MAX) {
    return { lines: [], problems: [hallProblem(LINES_MAX, "too-many-places")] }
  }
  const [header = [], ...records] = data
  const columns = header.map((name) => name.trim().toLowerCase())
  const missing = missingColumns(columns)
  if (missing.length > 0) {
    return { lines: [], problems: missing.map((name) => hallProblem(1, "column-missing", name)) }
  }
  const unreadable = new Set(errors.map(({ row }) => row))
  const lines: HallLine[] = []
  const problems: HallProblem[] = []
  let line = 1 + heightOf(header)
  for (const [index, record] of records.entries()) {
    const found = lineOf(columns, record, line)
    const extra = record.slice(columns.length).find((value) => value.trim() !== "")
    if (unreadable.has(index + 1)) problems.push(hallProblem(line, "not-readable", record[0]))
    else if (extra !== undefined) problems.push(hallProblem(line, "not-readable", extra))
    else if (COLUMNS.some((column) => found[column] !== "")) lines.push(found)
    line += heightOf(record)
  }
  return { lines, problems }
}

/** A quoted field may hold ends of lines: the record is then as many lines high. */
const heightOf = (record: string[]) =>
  1 + record.reduce((sum, value) => sum + value.split("\n").length - 1, 0)

function lineOf(columns: string[], record: string[], line: number): HallLine {
  const values = COLUMNS.map((column) => [column, record[columns.indexOf(column)]?.trim() ?? ""])
  return { line, ...Object.fromEntries(values) } as HallLine
}

/** Seats need all of their columns, unless the file is about standing areas alone. */
function missingColumns(columns: string[]): string[] {
  const lacks = (name: string) => !columns.includes(name)
  const isStanding = columns.includes("capacity") && SEAT_COLUMNS.every(lacks)
  return ["area", ...(isStanding ? [] : SEAT_COLUMNS)].filter(lacks)
}
