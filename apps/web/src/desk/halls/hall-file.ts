import type { HallFormat } from "@podo/contract/hall"
import { HALL_FILE_BYTES_MAX } from "@podo/contract/limits"

export type HallFile = { name: string; bytes: number; format: HallFormat; text: string }

export type UnreadHallFile = { bytes: number; problem: "too-large" | "not-readable" }

/** The file as text. A problem that is plain to see is told before anything is sent. */
export async function readHallFile(file: File): Promise<HallFile | UnreadHallFile> {
  const bytes = file.size
  if (bytes > HALL_FILE_BYTES_MAX) return { bytes, problem: "too-large" }
  const text = await textOf(file)
  if (text === null || text.trim() === "") return { bytes, problem: "not-readable" }
  return { name: file.name, bytes, format: formatOf(file.name, text), text }
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

/** By its name, and where that says nothing by how it begins. */
export function formatOf(name: string, text: string): HallFormat {
  if (/\.json$/i.test(name)) return "json"
  return !/\.csv$/i.test(name) && /^\s*[{[]/.test(text) ? "json" : "csv"
}

/** A place for a wheelchair at the aisle, and one beside it for who comes along. */
const ACCESS: Record<string, string[]> = { A: ["true", "companion"] }

export const SAMPLE_CSV = [
  "area,row,number,x,y,grade,accessible,capacity",
  ...["A", "B", "C"].flatMap((row, down) =>
    Array.from({ length: 8 }, (_, across) =>
      ["stalls", row, across + 1, across * 10, down * 10, "R", ACCESS[row]?.[across], ""].join(","),
    ),
  ),
  "standing,,,,,S,,200",
  "",
].join("\r\n")
