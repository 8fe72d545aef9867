import { insertAudit } from "../history/audit.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import { setTerms } from "../performances/desk-performances.queries.ts"
import { differencesOf } from "../history/differences.ts"
import { refuseUnseen } from "../history/etag.ts"
import { lobbyProblemOf } from "../performances/lobby-times.ts"
import { type FieldProblem, refuseProblems } from "../not-valid.ts"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { DeskRoom, RoomTerms, SetRoom } from "@podo/contract/desk-room"
import { Refused } from "@podo/contract/refusal"
import { findNow } from "@podo/db/clock.queries"
import type { Transaction } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { tellChange } from "@podo/seating/reconcile-performance"
import { insertRoom, lockRoom, type RoomRow, setRoomFacts } from "./desk-rooms.queries.ts"
import { readDeskRoom } from "./read-desk-room.ts"
import { columnsOf, factsOf, termsOf } from "./room-terms.ts"
import { tellRoom } from "./tell-room.ts"

/**
 * Turns a waiting room on, changes how it is run, or turns it off. Nothing is written when nothing differs.
 * Refuses with NOT_FOUND, NOT_ALLOWED, SALE_CLOSED, EDITED_MEANWHILE, and NOT_VALID with paths of the input.
 */
export async function setRoom(
  stores: Stores,
  organizer: Organizer,
  input: SetRoom,
): Promise<DeskRoom> {
  const { performanceId } = input
  const eventId = await inTransaction(stores.db, (trx) => writeRoom(trx, organizer, input))
  // The sale first: what it says of the room decides who may claim.
  if (eventId) {
    await tellChange(stores, { performanceId, eventId })
    await tellRoom(stores, performanceId)
  }
  return readDeskRoom(stores, organizer, { performanceId })
}

/** The terms that pages tell of a room: with any other change the performance keeps its version, and is not read anew. */
const SEEN = ["waitingRoom", "lobbyOpensAt", "hasDraw"]

/** Answers with the event, if anything has changed. */
async function writeRoom(
  trx: Transaction,
  organizer: Organizer,
  { performanceId, etag, room: terms, reason }: SetRoom,
) {
  const { eventId, publishedAt } = await ownPerformance(trx, organizer, performanceId)
  const performance = await lockPerformance(trx, performanceId)
  if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  const room = await lockRoom(trx, performanceId)
  const isOn = performance.waitingRoom
  const before = factsOf(isOn && room ? termsOf(room) : null)
  const changes = differencesOf(before, factsOf(terms))
  if (!changes) return null
  refuseUnseen(etag, before)
  const now = await findNow(trx)
  const { cancelledAt, saleClosesAt } = performance
  if (cancelledAt || saleClosesAt <= now) throw new Refused({ code: "SALE_CLOSED" })
  const haveCome = room && publishedAt && haveComeTo(room, { isOn, now })
  if (terms) {
    refuseProblems(lobbyProblemsOf(terms, performance))
    // Off and on again, it is still the line that people have come to.
    if (haveCome) refuseProblems(fixedSinceLobbyOpened(terms, room))
    const facts = { ...columnsOf(terms, room), offAt: null, offReason: null }
    await (room
      ? setRoomFacts(trx, performanceId, facts)
      : insertRoom(trx, { performanceId, ...facts, seed: mintSeed() }))
  } else {
    if (haveCome && reason === undefined) {
      refuseProblems([{ path: "reason", problem: "reason-needed" }])
    }
    const offReason = haveCome ? (reason ?? null) : null
    await setRoomFacts(trx, performanceId, { offAt: now, offReason })
  }
  const isSeen = SEEN.some((field) => field in changes.after)
  if (isSeen) await setTerms(trx, performanceId, { waitingRoom: terms !== null })
  const { userId } = organizer
  const { before: was, after } = changes
  const told = {
    before: was,
    after: { ...after, ...(haveCome && !terms && { reason: reason ?? null }) },
  }
  await insertAudit(trx, { userId, eventId, performanceId, action: "room-set", ...told })
  await insertOutbox(trx, "performance-changed", performanceId)
  await insertOutbox(trx, "event-changed", eventId)
  return eventId
}

const SEED_BYTES = 32

/** The seed must be neither known nor guessed before the sale opens. */
const mintSeed = () =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(SEED_BYTES))).toString("hex")

function lobbyProblemsOf(
  { lobbyOpensAt }: RoomTerms,
  { saleOpensAt }: { saleOpensAt: Date },
): FieldProblem[] {
  const problem = lobbyProblemOf({ lobbyOpensAt: new Date(lobbyOpensAt), saleOpensAt })
  return problem ? [{ path: "room.lobbyOpensAt", problem }] : []
}

/** As long as a change may take until Redis knows of it. */
const NEARLY_MS = 10_000

/** Whether people may have come to a public room: its lobby has opened, and the room was on then. */
function haveComeTo({ lobbyOpensAt, offAt }: RoomRow, { isOn, now }: { isOn: boolean; now: Date }) {
  const opened = new Date(lobbyOpensAt.getTime() - NEARLY_MS)
  return opened <= now && (isOn || (offAt !== null && offAt >= opened))
}

/** People have come by these rules: when they could, and whether it mattered who was first. */
function fixedSinceLobbyOpened(terms: RoomTerms, room: RoomRow): FieldProblem[] {
  const known = termsOf(room)
  const fixed = (["lobbyOpensAt", "hasDraw"] as const).filter(
    (field) => factsOf(terms)[field] !== known[field],
  )
  return fixed.map((field) => ({ path: `room.${field}`, problem: "fixed-since-lobby-opened" }))
}
