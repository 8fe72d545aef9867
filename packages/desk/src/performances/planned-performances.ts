import { type Dates, Terms } from "@podo/contract/desk-performance"
import type { FieldProblem } from "../not-valid.ts"
import { problemOf } from "../not-valid.ts"
import { daysOf } from "./run-days.ts"

/** A performance that is to be, and which field of the input says when it starts; of a run, on which day. */
export type Planned = Terms & { path: string; day?: string }

/** Which field of a run decides a time of its days. */
const runFields: Record<string, string> = {
  startsAt: "startsAt",
  endsAt: "endsAt",
  saleOpensAt: "saleOpensAt",
  saleClosesAt: "saleClosesMinutesBeforeEnd",
  cancelUntil: "cancelMinutesBeforeStart",
}

/** The performances that an input names: one by one, or a run of days in the event's time zone. */
export function plannedOf(
  dates: Dates,
  timeZone: string,
): { planned: Planned[]; problems: FieldProblem[] } {
  if (!("run" in dates)) {
    const planned = dates.performances.map((terms, index) => ({
      ...terms,
      path: `dates.performances.${index}.startsAt`,
    }))
    return { planned, problems: [] }
  }
  const days = daysOf(dates.run, timeZone)
  const problems = new Map<string, FieldProblem>()
  for (const day of days) {
    for (const { path, message } of Terms.safeParse(day).error?.issues ?? []) {
      // A time that cannot even be written, in the year 10000, is out of range as well.
      const problem = problemOf(message) ?? "out-of-range"
      const field = runFields[String(path[0])] ?? "firstDay"
      // All days are alike: what is wrong with one is said once.
      problems.set(`${field} ${problem}`, { path: `dates.run.${field}`, problem })
    }
  }
  return {
    planned: days.map((terms) => ({
      ...terms,
      path: "dates.run.firstDay",
      day: localDay(terms.startsAt, timeZone),
    })),
    problems: [...problems.values()],
  }
}

const localDay = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
