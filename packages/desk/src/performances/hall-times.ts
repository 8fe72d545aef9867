import type { HallId, UserId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import { listHallTimes } from "./desk-performances.queries.ts"
import type { FieldProblem } from "../not-valid.ts"

type Span = { startsAt: Date; endsAt: Date }

type Times = Span & { path: string; day?: string }

type Setting = { hallId: HallId; organizerId: UserId }

const overlap = (one: Span, other: Span) =>
  one.startsAt < other.endsAt && one.endsAt > other.startsAt

/**
 * Which of these times are taken, by one another or by what is in the hall. The hall must be locked, or two who
 * look at the same moment both find it free.
 * @param own performances that are looked at themselves, and do not stand in their own way
 */
export async function findClashes(
  trx: Transaction,
  setting: Setting,
  times: Times[],
  own: ReadonlySet<string> = new Set(),
): Promise<FieldProblem[]> {
  if (times.length === 0) return []
  const from = new Date(Math.min(...times.map(({ startsAt }) => startsAt.getTime())))
  const to = new Date(Math.max(...times.map(({ endsAt }) => endsAt.getTime())))
  const there = await listHallTimes(trx, { ...setting, from, to })
  const others = there.filter(({ id }) => !own.has(id))
  const problems = new Map<string, FieldProblem>()
  const inOrder = times.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  let latest: Times | undefined
  for (const time of inOrder) {
    const rival =
      latest && overlap(latest, time) ? latest : others.find((other) => overlap(other, time))
    if (rival && !problems.has(time.path)) {
      const { path, day } = time
      problems.set(path, { path, problem: "hall-busy", ...(day !== undefined && { day }) })
    }
    if (!latest || time.endsAt > latest.endsAt) latest = time
  }
  return [...problems.values()]
}
