import { describe, expect, test } from "bun:test"
import { ImportHall } from "@podo/contract/hall"
import type { HallId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { mintHall, mintOrganizer } from "../testing/events.queries.ts"
import { importHall } from "./import-hall.ts"
import { listHalls } from "./list-halls.ts"

const stores = await openTestStores()

const HEADER = "area,row,number,x,y,grade,accessible,capacity"
const TEXT = `${HEADER}\nA,1,1,0,0,VIP,,\nA,1,2,10,0,VIP,,\nFloor,,,,,,,300`

const fileOf = (more: object = {}) =>
  ImportHall.parse({
    hallId: Bun.randomUUIDv7(),
    name: "대극장",
    venue: { name: `극장 ${crypto.randomUUID()}`, address: "서울" },
    format: "csv",
    text: TEXT,
    ...more,
  })

async function rowsOf(hallId: HallId) {
  const [halls, areas, seats, audits] = await Promise.all([
    stores.db.selectFrom("hall").where("id", "=", hallId).selectAll().execute(),
    stores.db.selectFrom("hallArea").where("hallId", "=", hallId).selectAll().execute(),
    stores.db.selectFrom("hallSeat").where("hallId", "=", hallId).selectAll().execute(),
    stores.db.selectFrom("audit").where("action", "=", "hall-imported").selectAll().execute(),
  ])
  const own = audits.filter(({ afterChange }) => JSON.stringify(afterChange).includes(hallId))
  return [halls, areas, seats, own].map(({ length }) => length)
}

describe("a hall that is imported", () => {
  test("is its organizer's and the admins' to use, and nobody else's", async () => {
    const [mine, theirs] = [await mintOrganizer(stores), await mintOrganizer(stores)]
    const everybodys = await mintHall(stores)
    const { hallId, capacity, areas } = await importHall(stores, mine, fileOf())
    expect(capacity).toBe(302)
    const [first, ...others] = (await listHalls(stores, mine)).halls
    expect(first).toMatchObject({ hallId, name: "대극장", capacity: 302, isMine: true, areas })
    expect(others.some((hall) => hall.isMine)).toBe(false)
    expect(others.map((hall) => hall.hallId)).toContain(everybodys.hallId)
    const seenBy = async (who: typeof mine) =>
      (await listHalls(stores, who)).halls.some((hall) => hall.hallId === hallId)
    expect(await seenBy(theirs)).toBe(false)
    expect(await seenBy({ ...theirs, roles: ["admin"] })).toBe(true)
  })

  test("by an admin is everybody's", async () => {
    const admin = { ...(await mintOrganizer(stores)), roles: ["admin" as const] }
    const input = fileOf()
    const imported = await importHall(stores, admin, input)
    expect(await importHall(stores, admin, input)).toEqual(imported)
    const { halls } = await listHalls(stores, await mintOrganizer(stores))
    const seen = halls.find(({ hallId }) => hallId === input.hallId)
    expect(seen).toMatchObject({ capacity: 302, isMine: false })
  })

  test("keeps which places are for wheelchairs, and which for who comes along", async () => {
    const text = `${HEADER}\nA,1,1,0,0,,yes,\nA,1,2,10,0,,동반석,\nA,1,3,20,0,,,`
    const { hallId } = await importHall(stores, await mintOrganizer(stores), fileOf({ text }))
    const seats = await stores.db
      .selectFrom("hallSeat")
      .where("hallId", "=", hallId)
      .select(["wheelchair", "companion"])
      .orderBy("place")
      .execute()
    expect(seats.map(({ wheelchair, companion }) => [wheelchair, companion])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
  })

  test("stands in a venue that is there, or in a new one", async () => {
    const organizer = await mintOrganizer(stores)
    const { venueId } = await mintHall(stores)
    await importHall(stores, organizer, fileOf({ venue: { venueId } }))
    const { halls } = await listHalls(stores, organizer)
    expect(halls[0]?.venue.venueId).toBe(venueId)
    const nowhere = fileOf({ venue: { venueId: Bun.randomUUIDv7() } })
    const refusal = await refusalOf(importHall(stores, organizer, nowhere))
    expect(refusal).toEqual({ code: "NOT_FOUND", what: "venue" })
    expect(await rowsOf(nowhere.hallId)).toEqual([0, 0, 0, 0])
  })

  test("and sent ten times at once is one hall in one venue, written down once", async () => {
    const organizer = await mintOrganizer(stores)
    const input = fileOf()
    const { won, refused } = await race(10, () => importHall(stores, organizer, input))
    // A person has two files read at once, one of them in line.
    expect([won.length, refused]).toEqual([2, { TOO_MANY_REQUESTS: 8 }])
    won.push(await importHall(stores, organizer, input))
    expect(new Set(won.map((hall) => JSON.stringify(hall))).size).toBe(1)
    expect(await rowsOf(input.hallId)).toEqual([1, 2, 2, 1])
    const name = "name" in input.venue ? input.venue.name : ""
    const venues = await stores.db
      .selectFrom("venue")
      .where("name", "=", name)
      .selectAll()
      .execute()
    expect(venues).toHaveLength(1)
    const refusal = await refusalOf(importHall(stores, await mintOrganizer(stores), input))
    expect(refusal).toMatchObject({ problems: [{ path: "hallId", problem: "id-taken" }] })
  })

  test("is not written when it is only looked at, or when a line is wrong", async () => {
    const organizer = await mintOrganizer(stores)
    const looked = fileOf({ dryRun: true })
    expect(await importHall(stores, organizer, looked)).toMatchObject({ capacity: 302 })
    const wrong = fileOf({ text: `${TEXT}\nA,1,2,20,0,,,` })
    const refusal = await refusalOf(importHall(stores, organizer, wrong))
    expect(refusal).toEqual({
      code: "HALL_NOT_VALID",
      problems: [{ line: 5, problem: "seat-twice", value: "A 1-2" }],
      count: 1,
    })
    for (const { hallId } of [looked, wrong]) expect(await rowsOf(hallId)).toEqual([0, 0, 0, 0])
    // Rows that differ in what only a computer would tell apart.
    const alike = fileOf({ text: `${HEADER}\nA,ß,1,0,0,,,\nA,ss,1,9,0,,,` })
    expect(await refusalOf(importHall(stores, organizer, alike))).toMatchObject({ count: 1 })
    expect(await rowsOf(alike.hallId)).toEqual([0, 0, 0, 0])
  })

  test("may have 50,000 seats, and is read beside the process that sells", async () => {
    const seats = Array.from(
      { length: 50_000 },
      (_, n) =>
        `S${Math.floor(n / 2_500)},${Math.floor(n / 50) % 50},${(n % 50) + 1},${(n % 500) * 2},${Math.floor(n / 500)},R,,`,
    )
    const input = fileOf({ text: [HEADER, ...seats].join("\n") })
    const { capacity } = await importHall(stores, await mintOrganizer(stores), input)
    expect(capacity).toBe(50_000)
    expect(await rowsOf(input.hallId)).toEqual([1, 20, 50_000, 1])
  })
})
