import { dayFrom, eveOf, minutesAfter, momentFrom } from "./calendar.ts"
import { crowdOf } from "./crowd.ts"
import { diceOf, shuffled } from "./dice.ts"
import type { EventPlan, Show } from "./event-plan.ts"
import { bookingIdOf, eventIdOf, holdIdOf, performanceIdOf } from "./ids.ts"
import { fans } from "./people.ts"

const SALE_CLOSES_MINUTES_BEFORE = 60
const HOLD_SECONDS = 300

const CURRENCY = "KRW"

/** The rows of an event's performances, dated from today. */
export function performancesOf(event: EventPlan, now: Date) {
  return event.shows.map((show, index) => {
    const startsAt = momentFrom(now, show)
    const closesAt =
      event.saleClosedDaysAgo === undefined
        ? minutesAfter(startsAt, -SALE_CLOSES_MINUTES_BEFORE)
        : dayFrom(now, -event.saleClosedDaysAgo, "18:00")
    return {
      id: performanceIdOf(event.key, index),
      eventId: eventIdOf(event.key),
      hallId: event.hall.hallId,
      startsAt,
      endsAt: minutesAfter(startsAt, event.minutes),
      saleOpensAt: dayFrom(now, event.saleOpensInDays, event.saleOpensAt),
      saleClosesAt: closesAt,
      cancelUntil: eveOf(startsAt),
      limitPerUser: event.limitPerUser,
      holdSeconds: HOLD_SECONDS,
      waitingRoom: show.room !== undefined,
      capacity: event.hall.capacity,
    }
  })
}

type PerformanceRow = ReturnType<typeof performancesOf>[number]

export const performanceAreasOf = (event: EventPlan, performance: PerformanceRow) =>
  event.hall.areas.map(({ area, name, englishName, kind, grade, firstPlace, capacity }) => ({
    performanceId: performance.id,
    area,
    name,
    englishName,
    kind,
    firstPlace,
    capacity,
    price: event.prices[grade] ?? 0,
  }))

/** Most people book soon after the opening. No booking is in the future, or after the close. */
function bookedAtOf(performance: PerformanceRow, now: Date, luck: number): Date {
  const opens = performance.saleOpensAt.getTime()
  const until = Math.min(now.getTime(), performance.saleClosesAt.getTime())
  return new Date(opens + Math.floor((until - opens) * luck ** 3))
}

/** The bookings from before the demo began: one booking a person and performance. */
export function bookingsOf(event: EventPlan, performance: PerformanceRow, show: Show, now: Date) {
  const dice = diceOf(`bookings ${performance.id}`)
  const people = shuffled(dice, fans)
  const parties = crowdOf(event.hall, event.limitPerUser, show.sold, dice)
  return parties.flatMap(({ area, places }, index) => {
    const fan = people[index]
    if (!fan) return []
    const price = event.prices[area.grade] ?? 0
    const name = `${performance.id} ${places[0]}`
    return {
      booking: {
        id: bookingIdOf(name),
        userId: fan.id,
        performanceId: performance.id,
        holdId: holdIdOf(name),
        status: "confirmed" as const,
        total: price * places.length,
        currency: CURRENCY,
        bookedAt: bookedAtOf(performance, now, dice()),
        cancelledAt: null,
      },
      places: places.map((place) => ({ place, area: area.area, price })),
    }
  })
}
