import { describe, expect, test } from "bun:test"
import { sql } from "kysely"
import { eventIdOf } from "./ids.ts"
import { hallPlans } from "./halls.ts"
import { seed } from "./seed.ts"
import { openTestDatabase } from "../testing/testing.ts"

const db = await openTestDatabase()

// A drawing is none of this: the demo asks for one of each event.
const drawPoster = ({ title }: { title: string }) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><text>${title}</text></svg>`

const TABLES = [
  "booking",
  "booking_place",
  "event",
  "hall_area",
  "hall_seat",
  "performance",
  "performance_area",
  "sold_place",
  "user",
  "user_quota",
  "venue",
  "waiting_room",
]

async function countRows() {
  const counts = TABLES.map(async (table) => {
    const { rows } = await sql<{
      count: number
    }>`SELECT COUNT(*) AS count FROM ${sql.id(table)}`.execute(db)
    return [table, rows[0]?.count] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

describe("the demo", () => {
  test("is there after one seeding, and the same after another", async () => {
    await seed(db, drawPoster)
    const once = await countRows()
    await seed(db, drawPoster)
    expect(await countRows()).toEqual(once)
    expect(once["event"]).toBeGreaterThanOrEqual(12)
    expect(once["hall_seat"]).toBeGreaterThanOrEqual(140 + 1_200 + 44_000)
  }, 60_000)
})

describe("the waiting rooms of the demo", () => {
  test("are one of seats, with a lobby to come and a draw, and one of a day that is on sale", async () => {
    await seed(db, drawPoster)
    const rooms = await db
      .selectFrom("waitingRoom")
      .innerJoin("performance", "performance.id", "waitingRoom.performanceId")
      .where("performance.eventId", "in", ["starcluster-final", "month-of-lanterns"].map(eventIdOf))
      .where("performance.waitingRoom", "=", true)
      .selectAll("waitingRoom")
      .select(["performance.saleOpensAt", "performance.capacity as places"])
      .orderBy("performance.saleOpensAt", "desc")
      .execute()
    const [final, evening] = rooms
    expect(rooms).toHaveLength(2)
    expect([final?.hasDraw, evening?.hasDraw]).toEqual([true, false])
    expect(final?.lobbyOpensAt.getTime()).toBeGreaterThan(Date.now())
    expect(evening?.saleOpensAt.getTime()).toBeLessThan(Date.now())
    for (const { capacity, places, lobbyOpensAt, saleOpensAt, seed: secret } of rooms) {
      expect(lobbyOpensAt.getTime()).toBeLessThan(saleOpensAt.getTime())
      expect(capacity).toBeLessThanOrEqual(places / 10)
      expect(secret).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(final?.seed).not.toBe(String(evening?.seed))
  }, 60_000)
})

describe("beside each place for a wheelchair", () => {
  const withSeats = hallPlans.filter(({ areas }) => areas.some(({ seats }) => seats.length > 0))
  test.each(withSeats.map((plan) => [plan.key, plan] as const))(
    "%s: there is one for who comes along, and as many of them",
    (_, { areas }) => {
      const seats = areas.flatMap((area) =>
        area.seats.map((seat) => ({ ...seat, area: area.area })),
      )
      const nameOf = ({ area, row, number }: { area: string; row: string; number: number }) =>
        `${area} ${row}-${number}`
      const companions = new Set(seats.filter(({ companion }) => companion).map(nameOf))
      const wheelchairs = seats.filter(({ wheelchair }) => wheelchair)
      expect([wheelchairs.length > 0, companions.size]).toEqual([true, wheelchairs.length])
      for (const { number, ...seat } of wheelchairs) {
        const beside = [number - 1, number + 1].map((other) => nameOf({ ...seat, number: other }))
        expect(beside.some((other) => companions.has(other))).toBe(true)
      }
    },
  )
})

describe("the plan of every hall", () => {
  for (const plan of hallPlans) {
    test(`${plan.key}: areas are contiguous, places dense, seats named once and apart`, () => {
      let next = 0
      const positions = new Set<string>()
      for (const { firstPlace, capacity, kind, seats } of plan.areas) {
        expect(firstPlace).toBe(next)
        expect(seats).toHaveLength(kind === "seated" ? capacity : 0)
        next += capacity
        expect(new Set(seats.map(({ row, number }) => `${row}-${number}`)).size).toBe(seats.length)
        for (const { x, y } of seats) positions.add(`${Math.round(x)} ${Math.round(y)}`)
      }
      expect(next).toBe(plan.capacity)
      expect(positions.size).toBe(plan.areas.reduce((sum, { seats }) => sum + seats.length, 0))
    })
  }
})
