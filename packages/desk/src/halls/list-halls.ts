import type { Hall, HallArea, Halls } from "@podo/contract/hall"
import type { Stores } from "@podo/stores/stores"
import type { Organizer } from "../own-event.ts"
import { type HallAreaRow, listHallAreas, listHallRows } from "./halls.queries.ts"

const HALLS_MAX = 500

/** The halls that an organizer may use, their own first. */
export async function listHalls({ db }: Stores, organizer: Organizer): Promise<Halls> {
  const rows = await listHallRows(db, organizer, HALLS_MAX)
  const areas = await listHallAreas(
    db,
    rows.map(({ id }) => id),
  )
  const areasOf = Map.groupBy(areas, ({ hallId }) => hallId)
  const halls = rows.map((row): Hall => {
    const own = areasOf.get(row.id) ?? []
    return {
      hallId: row.id,
      name: row.name,
      englishName: row.englishName,
      venue: {
        venueId: row.venueId,
        name: row.venueName,
        englishName: row.venueEnglishName,
        address: row.address,
      },
      capacity: own.reduce((sum, { capacity }) => sum + capacity, 0),
      isMine: row.organizerId === organizer.userId,
      areas: own.map(hallAreaOf),
    }
  })
  return { halls }
}

/** An area as the desk knows it. */
export const hallAreaOf = (row: Omit<HallAreaRow, "hallId" | "firstPlace">): HallArea => ({
  area: row.area,
  name: row.name,
  englishName: row.englishName,
  kind: row.kind,
  grade: row.grade,
  capacity: row.capacity,
})
