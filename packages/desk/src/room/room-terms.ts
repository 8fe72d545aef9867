import { lobbyProblemOf } from "../performances/lobby-times.ts"
import type { AuditFacts } from "@podo/contract/desk"
import type { RoomTerms } from "@podo/contract/desk-room"
import type { RoomRow } from "./desk-rooms.queries.ts"

const SECONDS_PER_MINUTE = 60

const minutesOf = (seconds: number) => Math.max(1, Math.round(seconds / SECONDS_PER_MINUTE))

export const termsOf = (room: RoomRow): RoomTerms => ({
  lobbyOpensAt: room.lobbyOpensAt.toISOString(),
  hasDraw: room.hasDraw,
  capacity: room.capacity,
  perMinute: room.perMinute,
  admissionMinutes: minutesOf(room.admissionSeconds),
  whenSoldOut: room.whenSoldOut,
})

/** The desk counts in minutes: an admission of other seconds stays as it is until its minutes change. */
export function columnsOf(terms: RoomTerms, known: RoomRow | undefined) {
  const { admissionMinutes, lobbyOpensAt, ...same } = terms
  const isKept = known && admissionMinutes === minutesOf(known.admissionSeconds)
  return {
    ...same,
    lobbyOpensAt: new Date(lobbyOpensAt),
    admissionSeconds: isKept ? known.admissionSeconds : admissionMinutes * SECONDS_PER_MINUTE,
  }
}

/** A room as the history tells of it; one that is off has no terms to speak of. */
export const factsOf = (terms: RoomTerms | null): AuditFacts => ({
  waitingRoom: terms !== null,
  ...(terms && { ...terms, lobbyOpensAt: new Date(terms.lobbyOpensAt).toISOString() }),
})

const LOBBY_MS = 30 * 60_000
/** Of the places of a performance: so many people find their way at once, and do not pick the same ones. */
const PLACES_PER_PERSON_INSIDE = 10
const [INSIDE_MIN, INSIDE_MAX] = [20, 1_000]

type Sale = { saleOpensAt: Date; capacity: number }

/** Our advice: a lobby of half an hour with a draw, and as many let in within a minute as may be inside at once. */
function adviceFor({ saleOpensAt, capacity }: Sale): RoomTerms {
  const inside = Math.ceil(capacity / PLACES_PER_PERSON_INSIDE)
  const people = Math.min(Math.max(inside, INSIDE_MIN), INSIDE_MAX)
  return {
    lobbyOpensAt: new Date(saleOpensAt.getTime() - LOBBY_MS).toISOString(),
    hasDraw: true,
    capacity: people,
    perMinute: people,
    admissionMinutes: 10,
    whenSoldOut: "close",
  }
}

/** The values that a form begins with: the terms that the room last had, if its lobby still suits the sale, or our advice. */
export function suggestTerms(room: RoomRow | undefined, sale: Sale): RoomTerms {
  const advice = adviceFor(sale)
  if (!room) return advice
  const suits = lobbyProblemOf({ ...room, saleOpensAt: sale.saleOpensAt }) === null
  return { ...termsOf(room), ...(!suits && { lobbyOpensAt: advice.lobbyOpensAt }) }
}
