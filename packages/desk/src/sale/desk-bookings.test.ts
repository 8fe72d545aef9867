import { describe, expect, test } from "bun:test"
import type { Booking } from "@podo/contract/booking"
import { Cursor } from "@podo/contract/cursor"
import type { ListDeskBookings } from "@podo/contract/desk-sale"
import type { UserId } from "@podo/contract/ids"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { parse } from "papaparse"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { exportBookings } from "./export-bookings.ts"
import { listDeskBookings } from "./list-desk-bookings.ts"
import { book } from "@podo/booking/testing"
import { mintSale as mintSaleIn } from "../testing/sales.ts"

const stores = await openTestStores()

async function mintPerson(name: string, email = `${crypto.randomUUID()}@example.com`) {
  const id = mintUserId()
  const now = new Date()
  const person = { id, name, email, emailVerified: true, createdAt: now, updatedAt: now }
  await stores.db.insertInto("user").values(person).execute()
  return id
}

async function mintSale(wishes: Parameters<typeof mintSaleIn>[1] = {}) {
  const sale = await mintSaleIn(stores, { capacity: 20, ...wishes })
  const { performanceId, organizer } = sale
  const list = (wish: Partial<ListDeskBookings> = {}) =>
    listDeskBookings(stores, organizer, { performanceId, limit: 50, ...wish })
  const pageOf = (cursor?: string, limit = 1_000) =>
    exportBookings(stores, organizer, {
      performanceId,
      limit,
      ...(cursor && { cursor: Cursor.parse(cursor) }),
    })
  const buy = (user: UserId, ...places: number[]) => book(stores, user, { performanceId, places })
  const namesOf = async (wish: Partial<ListDeskBookings>) =>
    (await list(wish)).bookings.map(({ name }) => name)
  return { ...sale, list, pageOf, buy, namesOf }
}

describe("the bookings of a performance", () => {
  test("are listed with whose they are, the newest first", async () => {
    const { list, buy } = await mintSale()
    const jihye = await mintPerson("김지혜", "Jihye.Kim@example.com")
    const first = await buy(jihye, 0, 1)
    await cancelBooking(stores, jihye, first)
    // An account that is gone leaves its bookings behind.
    await buy(mintUserId(), 12)
    const { bookings, nextCursor } = await list()
    expect(nextCursor).toBeNull()
    expect(bookings).toMatchObject([
      { name: null, email: null, status: "confirmed", cancelledAt: null, total: 50_000 },
      { name: "김지혜", email: "Jihye.Kim@example.com", status: "cancelled", total: 100_000 },
    ])
    expect(bookings[0]?.places).toMatchObject([{ place: 12, label: "2-3", price: 50_000 }])
    expect(bookings[1]?.places.map(({ label }) => label)).toEqual(["1-1", "1-2"])
    expect(bookings[1]?.cancelledAt).not.toBeNull()
  })

  test("are found by part of a name or e-mail or the beginning of an id or number, in any case, wildcards literally", async () => {
    const { buy, namesOf, list } = await mintSale()
    const people = {
      김지혜: "jihye@example.com",
      "Ann Percent": "ann%one@example.com",
      Under_score: "plain@example.com",
    }
    for (const [index, [name, email]] of Object.entries(people).entries()) {
      await buy(await mintPerson(name, `${index}${crypto.randomUUID().slice(0, 8)}${email}`), index)
    }
    expect(await namesOf({ search: "지혜" })).toEqual(["김지혜"])
    expect(await namesOf({ search: "ANN PER" })).toEqual(["Ann Percent"])
    expect(await namesOf({ search: "JIHYE@" })).toEqual(["김지혜"])
    expect(await namesOf({ search: "%" })).toEqual(["Ann Percent"])
    expect(await namesOf({ search: "_" })).toEqual(["Under_score"])
    expect(await namesOf({ search: "\\" })).toEqual([])
    const [newest] = (await list()).bookings
    const id = newest?.bookingId ?? ""
    expect(await namesOf({ search: id.toUpperCase() })).toEqual(["Under_score"])
    expect(await namesOf({ search: id.slice(1) })).toEqual([])
    const number = id
      .slice(-12)
      .toUpperCase()
      .replaceAll(/(.{4})(?=.)/g, "$1-")
    expect(await namesOf({ search: number })).toEqual(["Under_score"])
    expect(await namesOf({ search: "-" })).toEqual([])
    expect(await namesOf({ search: "nobody" })).toEqual([])
  })

  test("are filtered by status, and walked page by page, each once, though their times are equal", async () => {
    const { performanceId, list, buy, namesOf } = await mintSale()
    const people = await Promise.all(Array.from({ length: 7 }, (_, at) => mintPerson(`P${at}`)))
    const made: Booking[] = []
    for (const [place, person] of people.entries()) made.push(await buy(person, place))
    const rows = stores.db.updateTable("booking").where("performanceId", "=", performanceId)
    await rows.set({ bookedAt: new Date("2026-01-01T00:00:00.000Z") }).execute()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const wish: Partial<ListDeskBookings> = cursor ? { cursor: Cursor.parse(cursor) } : {}
      const page = await list({ ...wish, limit: 3 })
      seen.push(...page.bookings.map(({ bookingId }) => bookingId))
      cursor = page.nextCursor
    } while (cursor)
    const ids = made.map(({ bookingId }) => bookingId as string)
    expect(seen).toEqual(ids.toSorted().toReversed())
    const [person, booking] = [people[4], made[4]]
    if (!person || !booking) throw new Error("Nobody booked.")
    await cancelBooking(stores, person, booking)
    expect(await namesOf({ status: "cancelled" })).toEqual(["P4"])
    expect(await namesOf({ status: "confirmed", search: "p" })).toHaveLength(6)
  })
})

describe("an export of bookings", () => {
  test("is CSV with a line for each place, in the event's time, its header on the first page", async () => {
    const { performanceId, pageOf, buy } = await mintSale()
    const person = await mintPerson('Kim, "JH"\nSecond', "jh@example.net")
    const { bookingId } = await buy(person, 0, 13)
    await cancelBooking(stores, person, { bookingId })
    await stores.db
      .updateTable("booking")
      .where("performanceId", "=", performanceId)
      .set({ bookedAt: new Date("2026-01-01T15:30:00.500Z") })
      .set({ cancelledAt: new Date("2026-07-01T15:30:00.000Z") })
      .execute()
    const { csv, nextCursor } = await pageOf()
    expect(nextCursor).toBeNull()
    expect(csv.startsWith("\uFEFFbooking id,status,name,e-mail,booked at,")).toBe(true)
    expect(csv.endsWith("\r\n")).toBe(true)
    const { data, errors } = parse<string[]>(csv.slice(1).trimEnd())
    expect(errors).toEqual([])
    const facts = [bookingId, "cancelled", 'Kim, "JH"\nSecond', "jh@example.net"]
    const times = ["2026-01-02T00:30:00+09:00", "2026-07-02T00:30:00+09:00"]
    expect(data.slice(1)).toEqual([
      [...facts, ...times, "구역 1", "1", "1", "50000"],
      [...facts, ...times, "구역 1", "2", "4", "50000"],
    ])
  })

  test("carries no formula that a spreadsheet would work out", async () => {
    const { pageOf, buy } = await mintSale({ standing: true })
    const names = ['=HYPERLINK("http://a.example")', "+1", "-1", "@SUM(1)", "\t=1", " =1", "=1\n=2"]
    for (const [place, name] of names.entries()) await buy(await mintPerson(name), place)
    const { csv } = await pageOf()
    const { data } = parse<string[]>(csv.slice(1).trimEnd())
    const written = data.slice(1).map((line) => line[2])
    expect(written.toReversed()).toEqual(names.map((name) => `'${name}`))
    // The number of a ticket stays one.
    expect(data.slice(1).map((line) => line[8])).toEqual(["7", "6", "5", "4", "3", "2", "1"])
  })

  test("holds each booking once, though others are made while its pages are asked for", async () => {
    const { pageOf, buy } = await mintSale()
    for (let place = 0; place < 6; place++) await buy(mintUserId(), place)
    const first = await pageOf(undefined, 4)
    await buy(mintUserId(), 10)
    const second = await pageOf(first.nextCursor ?? "", 4)
    expect(second.nextCursor).toBeNull()
    expect(second.csv).not.toContain("booking id")
    const { data } = parse<string[]>((first.csv + second.csv).slice(1).trimEnd())
    expect(new Set(data.slice(1).map(([id]) => id)).size).toBe(6)
    expect(data).toHaveLength(7)
  })
})
