import type { ImportHall, ImportedHall } from "@podo/contract/hall"
import type { HallId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import { isDuplicate } from "@podo/db/errors"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { insertAudit } from "../history/audit.queries.ts"
import type { Organizer } from "../own-event.ts"
import { findHallOwner, insertHall, insertVenue, listHallAreas } from "./halls.queries.ts"
import { hallAreaOf } from "./list-halls.ts"
import { type PlannedHall, planHall } from "./plan-hall.ts"

/**
 * Reads a hall from a file and writes it, all of it or nothing: it is then its organizer's to use, and one that an
 * admin brings is everybody's. Any venue may be named, or a new one. The same hall again, by the same organizer, is the hall as it stands; a dry run writes nothing.
 * Refuses with HALL_NOT_VALID, NOT_VALID and NOT_FOUND (of a venue).
 */
export async function importHall(
  { db }: Stores,
  organizer: Organizer,
  input: ImportHall,
): Promise<ImportedHall> {
  const known = await findImported(db, organizer, input.hallId)
  if (known) return known
  const plan = planHall(input)
  if (input.dryRun) return answerOf(input.hallId, plan.areas)
  try {
    await writeHall(db, organizer, input, plan)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // Somebody sent the same at the same moment, and was first.
    const written = await findImported(db, organizer, input.hallId)
    if (written) return written
    // Two rows whose names differ in what the database does not tell apart.
    const problems = [{ line: 1, problem: "seat-twice" as const }]
    throw new Refused({ code: "HALL_NOT_VALID", problems, count: 1 })
  }
  return answerOf(input.hallId, plan.areas)
}

const ownerOf = ({ userId, roles }: Organizer) => (roles.includes("admin") ? null : userId)

async function findImported(db: Database, organizer: Organizer, hallId: HallId) {
  const hall = await findHallOwner(db, hallId)
  if (!hall) return null
  if (hall.organizerId !== ownerOf(organizer)) {
    const problems = [{ path: "hallId", problem: "id-taken" as const }]
    throw new Refused({ code: "NOT_VALID", problems })
  }
  return answerOf(hallId, await listHallAreas(db, [hallId]))
}

const answerOf = (hallId: HallId, areas: Parameters<typeof hallAreaOf>[0][]): ImportedHall => ({
  hallId,
  capacity: areas.reduce((sum, { capacity }) => sum + capacity, 0),
  areas: areas.map(hallAreaOf),
})

async function writeHall(
  db: Database,
  organizer: Organizer,
  { hallId, name, englishName, venue }: ImportHall,
  plan: PlannedHall,
) {
  await inTransaction(db, async (trx) => {
    const venueId = "venueId" in venue ? venue.venueId : await insertVenue(trx, venue)
    const facts = { id: hallId, venueId, name, englishName, organizerId: ownerOf(organizer) }
    await insertHall(trx, facts, plan)
    const after = { hallId, name, areas: plan.areas.length, capacity: plan.capacity }
    const { userId } = organizer
    await insertAudit(trx, { userId, eventId: null, action: "hall-imported", after })
  })
}
