import type { ImportHall, ImportedHall } from "@podo/contract/hall"
import type { HallId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { connectDatabase, type Database } from "@podo/db/connect"
import { isDuplicate } from "@podo/db/errors"
import { forRounds } from "@podo/db/patience"
import { inTransaction } from "@podo/db/transaction"
import { insertAudit } from "../history/audit.queries.ts"
import type { Organizer } from "../own-event.ts"
import { findHallOwner, insertHall, insertVenue, listHallAreas } from "./halls.queries.ts"
import { hallAreaOf } from "./list-halls.ts"
import { type PlannedHall, planHall } from "./plan-hall.ts"

export type ImportHallJob = { databaseUrl: string; organizer: Organizer; input: ImportHall }

/** The part of import-hall.ts that is done in a process of its own: it has a connection of its own as well. */
export async function job({ databaseUrl, organizer, input }: ImportHallJob): Promise<ImportedHall> {
  const plan = planHall(input)
  if (input.dryRun) return answerOf(input.hallId, plan.areas)
  const db = connectDatabase(databaseUrl, forRounds)
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
  } finally {
    await db.destroy()
  }
  return answerOf(input.hallId, plan.areas)
}

const ownerOf = ({ userId, roles }: Organizer) => (roles.includes("admin") ? null : userId)

/** The hall of this id as it stands, if there is one. Refuses with NOT_VALID where it is somebody else's. */
export async function findImported(db: Database, organizer: Organizer, hallId: HallId) {
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
