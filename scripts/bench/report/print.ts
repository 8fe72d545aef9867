import type { Finding, Row, Shown } from "../section.ts"

export const ROW_HEAD = [
  "",
  "successes/s, median (min–max)",
  "refusals/s",
  "p50 / p99 / max ms",
  "refusals' p99 ms",
  "µs of CPU a success: api / worker / MySQL / Redis / client / ways",
  "of the ceiling",
]

const whole = (value: number) => value.toFixed(0)

/** A number with as many digits as are of interest. */
export const told = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

export function cellsOf(row: Row): string[] {
  const { perSecond, cpuUs, share } = row
  const { api, worker, mysql, redis, client, ways } = cpuUs
  return [
    row.name,
    `${whole(perSecond.median)} (${whole(perSecond.min)}–${whole(perSecond.max)})`,
    row.refusedPerSecond > 0 ? whole(row.refusedPerSecond) : "0",
    `${told(row.p50)} / ${told(row.p99)} / ${told(row.max)}`,
    row.refusedP99 === undefined ? "" : told(row.refusedP99),
    [api, worker, mysql, redis, client, ways].map(whole).join(" / "),
    share ? `${share.median.toFixed(2)} (${share.min.toFixed(2)}–${share.max.toFixed(2)})` : "",
  ]
}

export function boundOf({ bound }: Shown): string {
  if (!bound) return ""
  return "atLeast" in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`
}

/** Nothing where nothing was promised. */
export function holds({ bound, value }: Shown): boolean | undefined {
  if (!bound) return undefined
  return "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost
}

export const valueOf = ({ value, unit }: Shown) => `${told(value)}${unit ? ` ${unit}` : ""}`

/** As it is found, for whoever looks on. */
export function printFinding({ rows = [], lines = [], shown = [] }: Finding) {
  for (const row of rows) {
    const [name = "", speed, refusals, times, refusedP99, cpu, share] = cellsOf(row)
    const refused = refusals === "0" ? "" : `, refused ${refusals}/s (p99 ${refusedP99} ms)`
    const ofCeiling = share ? `, ${share} of the ceiling` : ""
    console.log(`  ${name}: ${speed}/s${refused}, ${times} ms, CPU ${cpu} µs${ofCeiling}`)
  }
  for (const line of lines) console.log(`  ${line}`)
  for (const one of shown) {
    const verdict = { true: "holds", false: "DOES NOT HOLD", undefined: "" }[String(holds(one))]
    console.log(`  → ${one.says}: ${valueOf(one)} ${boundOf(one)} ${verdict ?? ""}`.trimEnd())
  }
}
