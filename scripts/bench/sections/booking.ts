import { availableParallelism } from "node:os"
import type { Bench } from "../bench.ts"
import { ratioOf, spreadOf } from "../numbers.ts"
import { costUs, type Finding, perSecondOf, rowOf, type Section, turnsOf } from "../section.ts"
import type { ProcessName, Turn } from "../turns.ts"
import { CEILING, LOCK, PODO, SEEN, sellSideBySide, STOCK } from "./side-by-side.ts"

const STADIUM = 50_000
const CLIENTS = [64, 256]

async function run(bench: Bench): Promise<Finding> {
  const finding: Required<Finding> = { rows: [], lines: [], shown: [], bars: [] }
  for (const clients of CLIENTS) {
    const { turns } = await sellSideBySide(bench, STADIUM, {
      by: "clients",
      clients,
      msMax: bench.scale.roundMs,
    })
    const its = findingAt(clients, turns)
    finding.rows.push(...its.rows)
    finding.lines.push(...its.lines)
    finding.shown.push(...its.shown)
    finding.bars.push(...its.bars)
    if (clients === CLIENTS[0]) finding.shown.push(...costs(turnsOf(turns, PODO)))
  }
  return finding
}

function findingAt(clients: number, turns: Map<string, Turn[]>): Required<Finding> {
  const of = (name: string) => turnsOf(turns, name)
  const speed = (name: string) => of(name).map(perSecondOf)
  const better = speed(LOCK).map((lock, round) => Math.max(lock, speed(STOCK)[round] ?? 0))
  return {
    rows: [PODO, SEEN, LOCK, STOCK, CEILING].map((name) =>
      rowOf(`${clients} clients, ${name}`, of(name), of(CEILING)),
    ),
    lines: [
      `CPU of all processes together a booking at ${clients} clients, the load's own included, and how many a second ${availableParallelism()} cores could do at most for it: ${[PODO, SEEN, LOCK, STOCK].map((name) => `${name} ${toldLimit(of(name))}`).join("; ")}.`,
    ],
    shown: [
      {
        says: `whole bookings a second at ${clients} clients: Podo / the better of P and S`,
        value: ratioOf(speed(PODO), better).median,
        bound: { atLeast: 2 },
      },
    ],
    bars: [PODO, LOCK, STOCK].map((name) => ({
      group: `whole bookings a second, ${clients} clients`,
      label: name,
      value: spreadOf(speed(name)).median,
      unit: "/s",
    })),
  }
}

const EVERYTHING: ProcessName[] = ["api", "worker", "mysql", "redis", "client", "ways"]

function toldLimit(turns: Turn[]): string {
  const us = spreadOf(
    turns.map((turn) => EVERYTHING.reduce((sum, name) => sum + costUs(turn, name), 0)),
  ).median
  return `${us.toFixed(0)} µs, ${((availableParallelism() * 1e6) / us).toFixed(0)}/s`
}

function costs(podo: Turn[]): Required<Finding>["shown"] {
  const ms = (process: ProcessName) =>
    spreadOf(podo.map((turn) => costUs(turn, process) / 1_000)).median
  return [
    {
      says: "CPU of the api a whole booking",
      value: ms("api"),
      bound: { atMost: 0.4 },
      unit: "ms",
    },
    {
      says: "CPU of MySQL a whole booking",
      value: ms("mysql"),
      bound: { atMost: 0.3 },
      unit: "ms",
    },
  ]
}

export const booking: Section = {
  name: "booking",
  title: "A whole booking, beside the ways in which it is built today",
  how: "One place each, of a stadium of 50,000, for people who come once; the same people and places in all ways, on one server with the same durability. Bookings are counted in MySQL afterwards.",
  run,
}
