import {
  type Area,
  Area as AreaSchema,
  EventId,
  HallId,
  PerformanceId,
  UserId,
  VenueId,
} from "@podo/contract/ids"
import type { Corner } from "@podo/contract/seating"
import { type Insertable, type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { connectDatabase, type Database } from "../connection/connect.ts"
import { migrateToLatest } from "../schema/migrate.ts"
import type { WaitingRoomTable } from "../schema/schema.ts"
import { searchTextOf } from "../schema/search-text.ts"

/** The database of this test run. It was found or started before the first test. */
export function testDatabaseUrl(): string {
  const databaseUrl = process.env["PODO_TEST_DATABASE_URL"]
  if (!databaseUrl) throw new Error("PODO_TEST_DATABASE_URL is not set. Run ./scripts/test.")
  return databaseUrl
}

/** The database of this test run, migrated. */
export async function openTestDatabase(): Promise<Database> {
  const db = connectDatabase(testDatabaseUrl())
  await migrateToLatest(db)
  return db
}

export const mintUserId = () => UserId.parse(Bun.randomUUIDv7())

const HOUR_MS = 3_600_000
const FLOOR: Area = AreaSchema.parse("floor")

export type PerformanceWishes = {
  /** Seats in rows of 10, unless standing. */
  capacity?: number
  limitPerUser?: number
  holdSeconds?: number
  price?: number
  standing?: boolean
  /** Relative to now: positive is in the future. */
  saleOpensInMs?: number
  saleClosesInMs?: number
  cancelClosesInMs?: number
  title?: string
  /** Areas of equal size, named floor, floor-2, floor-3 … */
  areas?: number
  /** Has a waiting room that is on, with these terms where they differ from those of any. */
  room?: Partial<Omit<Insertable<WaitingRoomTable>, "performanceId">>
}

export type MintedPerformance = {
  performanceId: PerformanceId
  eventId: EventId
  area: Area
  capacity: number
}

const areaNamed = (index: number): Area =>
  index === 0 ? FLOOR : AreaSchema.parse(`floor-${index + 1}`)

/** A fresh event in a fresh hall with one performance that is on sale, for one test alone. */
export async function mintPerformance(
  { db }: { db: Database },
  wishes: PerformanceWishes = {},
): Promise<MintedPerformance> {
  const { capacity = 10, standing = false, price = 50_000, areas: areaCount = 1 } = wishes
  const venueId = VenueId.parse(Bun.randomUUIDv7())
  const hallId = HallId.parse(Bun.randomUUIDv7())
  const eventId = EventId.parse(Bun.randomUUIDv7())
  const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
  const corners: Corner[] = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ]
  const outline = JSON.stringify(corners)
  const size = capacity / areaCount
  const areas = Array.from({ length: areaCount }, (_, index) => ({
    area: areaNamed(index),
    name: `구역 ${index + 1}`,
    englishName: `Area ${index + 1}`,
    kind: standing ? ("standing" as const) : ("seated" as const),
    firstPlace: index * size,
    capacity: size,
  }))
  await db
    .insertInto("venue")
    .values({ id: venueId, ...house, address: "-" })
    .execute()
  await db
    .insertInto("hall")
    .values({ id: hallId, venueId, name: "시험 홀", width: 200, height: 200, stage: outline })
    .execute()
  await db
    .insertInto("hallArea")
    .values(areas.map((area) => ({ hallId, ...area, outline })))
    .execute()
  if (!standing) await mintSeats(db, hallId, areas)
  await mintEvent(db, { venueId, eventId, title: wishes.title ?? `시험 공연 ${eventId}` })
  await db
    .insertInto("performance")
    .values({ id: performanceId, eventId, hallId, capacity, ...timesOf(wishes) })
    .execute()
  await db
    .insertInto("performanceArea")
    .values(areas.map((area) => ({ performanceId, ...area, price })))
    .execute()
  if (wishes.room) await mintRoom(db, performanceId, wishes)
  return { performanceId, eventId, area: FLOOR, capacity }
}

function timesOf(wishes: PerformanceWishes) {
  const inMs = (ms: number) => new Date(Date.now() + ms)
  return {
    startsAt: inMs(48 * HOUR_MS),
    endsAt: inMs(50 * HOUR_MS),
    saleOpensAt: inMs(wishes.saleOpensInMs ?? -HOUR_MS),
    saleClosesAt: inMs(wishes.saleClosesInMs ?? 47 * HOUR_MS),
    cancelUntil: inMs(wishes.cancelClosesInMs ?? 24 * HOUR_MS),
    limitPerUser: wishes.limitPerUser ?? 4,
    holdSeconds: wishes.holdSeconds ?? 300,
  }
}

/** Gives a performance a waiting room that is on. */
export async function mintRoom(
  db: Database,
  performanceId: PerformanceId,
  { room, saleOpensInMs = -HOUR_MS }: Pick<PerformanceWishes, "room" | "saleOpensInMs">,
) {
  const usual = {
    // An hour ago, or an hour before the sale if that has opened.
    lobbyOpensAt: new Date(Date.now() - HOUR_MS + Math.min(0, saleOpensInMs)),
    hasDraw: false,
    capacity: 50,
    perMinute: 600,
    admissionSeconds: 300,
    whenSoldOut: "close" as const,
    seed: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex"),
  }
  await db
    .insertInto("waitingRoom")
    .values({ performanceId, ...usual, ...room })
    .execute()
  const performance = db.updateTable("performance").where("id", "=", performanceId)
  await performance.set({ waitingRoom: true }).execute()
}

const house = { name: "시험 극장", englishName: "Test house" }

type EventWishes = { venueId: VenueId; eventId: EventId; title: string }

async function mintEvent(db: Database, { venueId, eventId, title }: EventWishes) {
  const organizerId = mintUserId()
  const now = new Date()
  await db
    .insertInto("user")
    .values({
      id: organizerId,
      name: "Organizer",
      email: `${organizerId}@example.com`,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto("event")
    .values({
      id: eventId,
      venueId,
      organizerId,
      title,
      description: "-",
      category: "concert",
      startsAt: new Date(now.getTime() + 48 * HOUR_MS),
      endsAt: new Date(now.getTime() + 50 * HOUR_MS),
      createdAt: now,
      publishedAt: now,
    })
    .execute()
  await db
    .insertInto("eventPoster")
    .values({
      eventId,
      mediaType: "image/svg+xml",
      digest: "0123456789abcdef",
      content: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    })
    .execute()
  await mintSearchText(db, eventId, title)
}

async function mintSearchText(db: Database, eventId: EventId, title: string) {
  const told = { title, englishTitle: null, description: "-", englishDescription: null }
  const venue = { venueName: house.name, venueEnglishName: house.englishName }
  await db
    .insertInto("eventSearch")
    .values({ eventId, ...searchTextOf({ ...told, ...venue }) })
    .execute()
}

const SEATS_PER_ROW = 10
const ROWS_PER_INSERT = 2_000

async function mintSeats(
  db: Database,
  hallId: HallId,
  areas: { area: Area; firstPlace: number; capacity: number }[],
) {
  const seats = areas.flatMap(({ area, firstPlace, capacity }) =>
    Array.from({ length: capacity }, (_, index) => ({
      hallId,
      place: firstPlace + index,
      area,
      rowName: String(Math.floor(index / SEATS_PER_ROW) + 1),
      seatNumber: (index % SEATS_PER_ROW) + 1,
      x: (index % SEATS_PER_ROW) * 100,
      y: Math.floor(index / SEATS_PER_ROW) * 100,
    })),
  )
  for (let from = 0; from < seats.length; from += ROWS_PER_INSERT) {
    await db
      .insertInto("hallSeat")
      .values(seats.slice(from, from + ROWS_PER_INSERT))
      .execute()
  }
}

/** How many locking reads of bookings are under way: one takes no time, unless it waits for another's lock. */
export async function countLockingReads(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT COUNT(*) AS count FROM information_schema.processlist
    WHERE info LIKE BINARY 'select % from \`booking\`%for update'`.execute(db)
  return rows[0]?.count ?? 0
}

const Explained = z.array(
  z.object({
    table: z.string(),
    type: z.string(),
    key: z.string().nullable(),
    Extra: z.string().nullable(),
  }),
)

/** How the server reads each table of a query, in the words of both MySQL and MariaDB. */
export async function explain(db: Database, query: RawBuilder<unknown>) {
  const { rows } = await sql`EXPLAIN FORMAT=TRADITIONAL ${query}`.execute(db)
  return Explained.parse(rows)
}
