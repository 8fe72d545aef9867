import type { Bench } from "./bench.ts"
import { type Spread, ratioOf, spreadOf } from "./numbers.ts"
import type { ProcessName, Turn } from "./turns.ts"

/** A line of the usual table: successes and refusals apart, and what a success costs. */
export type Row = {
  name: string
  perSecond: Spread
  refusedPerSecond: number
  p50: number
  p99: number
  max: number
  /** When refusals were answered; nothing where there were none. */
  refusedP99: number | undefined
  /** Microseconds a success. */
  cpuUs: Record<ProcessName, number>
  /** Of the successes of what it is held against, in the same rounds. */
  share: Spread | undefined
  othersCores: number
}

/** The results of the run beside what was promised. */
export type Shown = {
  says: string
  value: number
  /** Nothing where only the figure is of interest. */
  bound?: { atLeast: number } | { atMost: number }
  /** How the value is written. */
  unit?: string
}

export type Bar = { label: string; value: number; group: string; unit: string }

export type Finding = {
  rows?: Row[]
  /** The facts that do not fit into the usual table. */
  lines?: string[]
  shown?: Shown[]
  bars?: Bar[]
}

export type Section = {
  name: string
  /** The question that it answers, as a heading. */
  title: string
  /** How it was done, in a sentence or two. */
  how: string
  run: (bench: Bench) => Promise<Finding>
}

export const perSecondOf = (turn: Turn) => turn.ok.count / turn.seconds

/** The cost of a success of a turn, all refusals included. */
export const costUs = (turn: Turn, name: ProcessName) =>
  turn.cpuUsedUs[name] / Math.max(1, turn.ok.count)

const middle = (turns: Turn[], of: (turn: Turn) => number) => spreadOf(turns.map(of)).median

export function rowOf(name: string, turns: Turn[], ceiling?: Turn[]): Row {
  const cost = (process: ProcessName) => middle(turns, (turn) => costUs(turn, process))
  const isRefused = turns.some(({ refused }) => refused.count > 0)
  return {
    name,
    perSecond: spreadOf(turns.map(perSecondOf)),
    refusedPerSecond: middle(turns, ({ refused, seconds }) => refused.count / seconds),
    p50: middle(turns, ({ ok }) => ok.p50),
    p99: middle(turns, ({ ok }) => ok.p99),
    max: Math.max(...turns.map(({ ok }) => ok.max)),
    refusedP99: isRefused ? middle(turns, ({ refused }) => refused.p99) : undefined,
    cpuUs: {
      api: cost("api"),
      worker: cost("worker"),
      mysql: cost("mysql"),
      redis: cost("redis"),
      client: cost("client"),
      ways: cost("ways"),
    },
    share: ceiling && ratioOf(turns.map(perSecondOf), ceiling.map(perSecondOf)),
    othersCores: middle(turns, ({ othersCores }) => othersCores),
  }
}

/** Of the rounds of `inRounds`. */
export function turnsOf(turns: Map<string, Turn[]>, name: string): Turn[] {
  const found = turns.get(name)
  if (!found) throw new Error(`Nobody is called ${name}.`)
  return found
}

/** A line for each of the contenders, held against one of them. */
export const rowsOf = (turns: Map<string, Turn[]>, ceiling: string): Row[] =>
  [...turns].map(([name, its]) => rowOf(name, its, turnsOf(turns, ceiling)))

/** The share of one in what another does in a second, in the middle of the rounds. */
export const shareOf = (turns: Map<string, Turn[]>, name: string, ceiling: string) =>
  ratioOf(turnsOf(turns, name).map(perSecondOf), turnsOf(turns, ceiling).map(perSecondOf)).median

/** A section with what a run of it showed; `seconds` is how long it took. */
export type SectionResult = { section: Section; finding: Finding; seconds: number }
