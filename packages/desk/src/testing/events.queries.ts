import type { AreaKind } from "@podo/contract/catalog"
import { Area, EventId, HallId, PerformanceId, VenueId } from "@podo/contract/ids"
import type { Corner } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { mintUserId } from "@podo/db/testing"
import { sql } from "kysely"
import type { Organizer } from "../own-event.ts"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const mintEventId = () => EventId.parse(Bun.randomUUIDv7())

/** Somebody who may run events of their own. */
export async function mintOrganizer({ db }: Stores): Promise<Organizer> {
  const userId = mintUserId()
  const now = new Date()
  await db
    .insertInto("user")
    .values({
      id: userId,
      name: "Organizer",
      email: `${userId}@example.com`,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db.insertInto("userRole").values({ userId, role: "organizer", createdAt: now }).execute()
  return { userId, roles: ["organizer"] }
}

type HallWishes = {
  /** Everybody's, unless it is somebody's. */
  of?: Organizer
  areas?: { area: string; kind: AreaKind; capacity: number }[]
}

/** A hall without a plan that one could look at: a venue, its hall and the hall's areas. */
export async function mintHall({ db }: Stores, { of, areas = GROUNDS }: HallWishes = {}) {
  const venueId = VenueId.parse(Bun.randomUUIDv7())
  const hallId = HallId.parse(Bun.randomUUIDv7())
  const outline: Corner[] = [
    [0, 0],
    [100, 0],
    [100, 100],
  ]
  const drawn = JSON.stringify(outline)
  // By its name it comes before the houses that hundreds of other tests have made: lists of halls have an end.
  await db.insertInto("venue").values({ id: venueId, name: "마당", address: "-" }).execute()
  await db
    .insertInto("hall")
    .values({
      id: hallId,
      venueId,
      name: "마당",
      width: 100,
      height: 100,
      stage: drawn,
      organizerId: of?.userId ?? null,
    })
    .execute()
  let firstPlace = 0
  for (const { area, kind, capacity } of areas) {
    const row = { area: Area.parse(area), name: area, kind, firstPlace, capacity, outline: drawn }
    await db
      .insertInto("hallArea")
      .values({ hallId, ...row })
      .execute()
    firstPlace += capacity
  }
  return { venueId, hallId }
}

const GROUNDS = [{ area: "day", kind: "standing" as const, capacity: 100 }]

/** A moment some days and hours from the start of this UTC day. */
export const inDays = (days: number, hours = 0) => {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
  return new Date(today + days * DAY_MS + hours * HOUR_MS).toISOString()
}

/** Terms of a performance of two hours on a day to come, whose sale opens tomorrow. */
export const termsOn = (day: number, hours = 10) => ({
  startsAt: inDays(day, hours),
  endsAt: inDays(day, hours + 2),
  saleOpensAt: inDays(1),
  saleClosesAt: inDays(day, hours),
  cancelUntil: inDays(day - 1, hours),
  holdMinutes: 5,
  limitPerUser: 4,
})

/** The input of an organizer for an event in this hall. */
export const newEvent = ({ venueId }: { venueId: VenueId }) => ({
  eventId: mintEventId(),
  title: "달빛 마당",
  englishTitle: "Moonlit Yard",
  description: "밤에 듣는 노래",
  englishDescription: null,
  category: "festival" as const,
  venueId,
  timeZone: "Asia/Seoul",
  poster: { generated: true as const },
})

/** Dates in a hall of one standing area. */
export const datesIn = (
  { hallId }: { hallId: HallId },
  ...performances: ReturnType<typeof termsOn>[]
) => ({ hallId, areas: [{ area: Area.parse("day"), price: 30_000 }], performances })

/** How many rows an event has in each table that a new event writes to. */
export async function countRowsOf({ db }: Stores, eventId: EventId) {
  const { rows } = await sql<Record<string, number>>`SELECT
    (SELECT COUNT(*) FROM event WHERE id = ${eventId}) AS event,
    (SELECT COUNT(*) FROM event_poster WHERE event_id = ${eventId}) AS poster,
    (SELECT COUNT(*) FROM event_search WHERE event_id = ${eventId}) AS search,
    (SELECT COUNT(*) FROM performance WHERE event_id = ${eventId}) AS performance,
    (SELECT COUNT(*) FROM performance_area JOIN performance ON id = performance_id
      WHERE event_id = ${eventId}) AS area,
    (SELECT COUNT(*) FROM audit WHERE event_id = ${eventId}) AS audit,
    (SELECT COUNT(*) FROM outbox WHERE subject = ${eventId}) AS outbox`.execute(db)
  return rows[0] ?? {}
}

/** A performance of an hour, as a row. */
export const rowAt = (startsAt: Date) => ({
  id: PerformanceId.parse(Bun.randomUUIDv7()),
  startsAt,
  endsAt: new Date(startsAt.getTime() + 3_600_000),
  saleOpensAt: new Date(0),
  saleClosesAt: startsAt,
  cancelUntil: startsAt,
  limitPerUser: 1,
  capacity: 1,
})

/** The rows of an event of which nothing was stored. */
export const NO_ROWS = {
  event: 0,
  poster: 0,
  search: 0,
  performance: 0,
  area: 0,
  audit: 0,
  outbox: 0,
}
