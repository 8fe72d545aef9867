import type { Category } from "@podo/contract/catalog"
import { type Area, EventId, HallId, PerformanceId, UserId, VenueId } from "@podo/contract/ids"
import type { Database } from "../connection/connect.ts"
import { searchTextOf } from "../schema/search-text.ts"
import { insertRows } from "../seed/rows.queries.ts"
import { inTransaction } from "../connection/transaction.ts"

const EVENTS_PER_TRANSACTION = 1_000
const HOUR_MS = 3_600_000

const house = { name: "시험 극장", englishName: "Test house" }
const AREA = "floor" as Area

/** A published event with one performance of one standing area, which is on sale. */
export type PlainEvent = {
  title: string
  englishTitle?: string
  description?: string
  englishDescription?: string
  category?: Category
  startsAt: Date
  publishedAt: Date
  booked?: number
  bookedLastDay?: number
  capacity?: number
}

export type InsertedEvent = { eventId: EventId; performanceId: PerformanceId }

/** Any number of events of one house, a few statements a thousand: for tests and benchmarks. */
export async function insertManyEvents(
  db: Database,
  events: PlainEvent[],
): Promise<InsertedEvent[]> {
  const owner = await insertHouse(db)
  const inserted: InsertedEvent[] = []
  for (let from = 0; from < events.length; from += EVENTS_PER_TRANSACTION) {
    const batch = events.slice(from, from + EVENTS_PER_TRANSACTION)
    const rows = batch.map((event) => rowsOf(owner, event))
    await inTransaction(db, async (trx) => {
      await insertRows(
        trx,
        "event",
        rows.map(({ event }) => event),
      )
      await insertRows(
        trx,
        "eventPoster",
        rows.map(({ poster }) => poster),
      )
      await insertRows(
        trx,
        "performance",
        rows.map(({ performance }) => performance),
      )
      await insertRows(
        trx,
        "performanceArea",
        rows.map(({ area }) => area),
      )
      await insertRows(
        trx,
        "eventSearch",
        rows.map(({ search }) => search),
      )
    })
    inserted.push(
      ...rows.map(({ event, performance }) => ({
        eventId: event.id,
        performanceId: performance.id,
      })),
    )
  }
  return inserted
}

async function insertHouse(db: Database) {
  const userId = UserId.parse(Bun.randomUUIDv7())
  const venueId = VenueId.parse(Bun.randomUUIDv7())
  const hallId = HallId.parse(Bun.randomUUIDv7())
  const [createdAt, corners] = [new Date(), JSON.stringify([[0, 0]])]
  const user = { id: userId, name: "Organizer", email: `${userId}@example.com` }
  const hall = { id: hallId, venueId, name: "시험 홀", width: 100, height: 100, stage: corners }
  const floor = { hallId, area: AREA, name: "플로어", firstPlace: 0, capacity: 1, outline: corners }
  await inTransaction(db, async (trx) => {
    await insertRows(trx, "user", [{ ...user, createdAt, updatedAt: createdAt }])
    await insertRows(trx, "venue", [{ id: venueId, ...house, address: "-" }])
    await insertRows(trx, "hall", [hall])
    await insertRows(trx, "hallArea", [{ ...floor, kind: "standing" }])
  })
  return { organizerId: userId, venueId, hallId }
}

type Owner = Awaited<ReturnType<typeof insertHouse>>

function rowsOf({ organizerId, venueId, hallId }: Owner, plain: PlainEvent) {
  const eventId = EventId.parse(Bun.randomUUIDv7())
  const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
  const { capacity = 100, startsAt, publishedAt } = plain
  const told = {
    title: plain.title,
    englishTitle: plain.englishTitle ?? null,
    description: plain.description ?? "-",
    englishDescription: plain.englishDescription ?? null,
  }
  const times = { startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR_MS) }
  const venue = { venueName: house.name, venueEnglishName: house.englishName }
  return {
    event: {
      ...told,
      ...times,
      id: eventId,
      organizerId,
      venueId,
      category: plain.category ?? "concert",
      createdAt: publishedAt,
      publishedAt,
      booked: plain.booked ?? 0,
      bookedLastDay: plain.bookedLastDay ?? 0,
    },
    poster: {
      eventId,
      mediaType: "image/svg+xml" as const,
      digest: "0123456789abcdef",
      content: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    },
    performance: {
      ...times,
      id: performanceId,
      eventId,
      hallId,
      saleOpensAt: publishedAt,
      saleClosesAt: startsAt,
      cancelUntil: startsAt,
      limitPerUser: 4,
      capacity,
    },
    area: {
      performanceId,
      area: AREA,
      name: "플로어",
      englishName: "Floor",
      kind: "standing" as const,
      firstPlace: 0,
      capacity,
      price: 50_000,
    },
    search: { eventId, ...searchTextOf({ ...told, ...venue }) },
  }
}
