import { Terms } from "@podo/contract/desk-performance"
import type { EventId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import { type FieldProblem, problemOf, refuseProblems } from "../not-valid.ts"
import {
  findLobbyOpensAt,
  listPerformanceRows,
  setLobbyOpensAt,
  setTerms,
} from "./desk-performances.queries.ts"
import { type KeptTerms, minutesOf } from "./terms-facts.ts"

type Zones = { from: string; to: string }

/** The same time on the clocks of another zone. Where those leave it out, the one an hour later. */
function sameClock(at: Date, { from, to }: Zones): Date {
  const onClock = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(from)
    .toPlainDateTime()
  return new Date(onClock.toZonedDateTime(to).epochMilliseconds)
}

/**
 * Moves all times of a draft to another time zone as people mean them: 19:30 in Seoul is 19:30 in Berlin. Whether a
 * hall is free then is looked at when the draft is published. The caller owns the transaction and has locked the
 * event. Refuses with NOT_VALID at `timeZone` where the clocks of the new zone turn the order of times round.
 */
export async function keepClockTimes(trx: Transaction, eventId: EventId, zones: Zones) {
  for (const performance of await listPerformanceRows(trx, [eventId])) {
    const { id } = performance
    const moved = {
      startsAt: sameClock(performance.startsAt, zones),
      endsAt: sameClock(performance.endsAt, zones),
      saleOpensAt: sameClock(performance.saleOpensAt, zones),
      saleClosesAt: sameClock(performance.saleClosesAt, zones),
      cancelUntil: sameClock(performance.cancelUntil, zones),
    }
    refuseProblems(wrongOrder({ ...performance, ...moved }))
    await setTerms(trx, id, moved)
    const lobbyOpensAt = await findLobbyOpensAt(trx, id)
    if (lobbyOpensAt) await setLobbyOpensAt(trx, id, sameClock(lobbyOpensAt, zones))
    await insertOutbox(trx, "performance-changed", id)
  }
}

function wrongOrder(terms: KeptTerms): FieldProblem[] {
  const { startsAt, endsAt, saleOpensAt, saleClosesAt, cancelUntil } = terms
  const { error } = Terms.safeParse({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    saleOpensAt: saleOpensAt.toISOString(),
    saleClosesAt: saleClosesAt.toISOString(),
    cancelUntil: cancelUntil.toISOString(),
    limitPerUser: terms.limitPerUser,
    holdMinutes: minutesOf(terms.holdSeconds),
  })
  const [first] = error?.issues.flatMap(({ message }) => problemOf(message) ?? []) ?? []
  return first === undefined ? [] : [{ path: "timeZone", problem: first }]
}
