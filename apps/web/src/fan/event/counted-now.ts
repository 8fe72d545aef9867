import { PLACE_STATES } from "@podo/contract/limits"
import { useQuery } from "@tanstack/react-query"
import { trpc } from "../../app/api/trpc.ts"
import type { LocalDay } from "../../app/calendar/local-day.ts"
import type { EventDay } from "./event-days.ts"

/** The picked day as its open box knows it: the box counts every few seconds, the calendar more rarely. */
export function useCountedNow(days: EventDay[], picked: LocalDay | undefined): EventDay[] {
  const looked = days.find(({ day }) => day === picked)
  const only = looked?.performances.length === 1 ? looked.performances[0] : undefined
  const { data } = useQuery({
    ...trpc.seating.availability.queryOptions({ performanceId: only?.performanceId ?? "" }),
    // The box asks; here one only listens.
    enabled: false,
    select: ({ places }) => places.split(PLACE_STATES.open).length - 1,
  })
  if (data === undefined || looked === undefined) return days
  return days.map((each) => (each === looked ? counted(each, data) : each))
}

function counted(day: EventDay, remaining: number): EventDay {
  if (day.state !== "open" && day.state !== "sold-out") return day
  return { ...day, remaining, state: remaining > 0 ? "open" : "sold-out" }
}
