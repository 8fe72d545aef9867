import type { HallFormat } from "@podo/contract/hall"

/** Where seats are, for a small picture; the server alone says whether a file is right. */
export type HallPoint = { area: string; x: number; y: number }

export function hallPointsOf(text: string, format: HallFormat): HallPoint[] {
  const points = format === "json" ? pointsOfJson(text) : pointsOfCsv(text)
  return points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
}

function pointsOfCsv(text: string): HallPoint[] {
  const [header = "", ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/)
  const columns = header.split(",").map((column) => column.trim().toLowerCase())
  const [area, x, y] = ["area", "x", "y"].map((column) => columns.indexOf(column))
  if (area === undefined || x === undefined || y === undefined || Math.min(area, x, y) < 0)
    return []
  return lines.flatMap((line) => {
    const cells = line.split(",")
    const [across, down] = [cells[x]?.trim() ?? "", cells[y]?.trim() ?? ""]
    if (across === "" || down === "") return []
    return [{ area: cells[area]?.trim() ?? "", x: Number(across), y: Number(down) }]
  })
}

function pointsOfJson(text: string): HallPoint[] {
  try {
    const { seats } = JSON.parse(text) as { seats?: unknown }
    if (!Array.isArray(seats)) return []
    return seats.map((seat: Partial<HallPoint> | null) => ({
      area: String(seat?.area),
      x: Number(seat?.x),
      y: Number(seat?.y),
    }))
  } catch {
    return []
  }
}
