import { describe, expect, test } from "bun:test"
import { race, refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { readStanding } from "@podo/waiting-room/read-standing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { openSale } from "./open-sale.ts"
import {
  cancel,
  findSale,
  findRows,
  listAudit,
  listToTell,
  mintRun,
  mintStranger,
  unpublish,
} from "../testing/rooms.queries.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000

async function mintSale(wishes: Parameters<typeof mintRun>[1] = { saleOpensInMs: HOUR_MS }) {
  const run = await mintRun(stores, wishes)
  const { organizer, performanceId } = run
  return { ...run, open: () => openSale(stores, organizer, { performanceId }) }
}

describe("a sale that is opened at once", () => {
  test("sells from that moment on, by MySQL's clock, and the history tells of it", async () => {
    const { eventId, performanceId, organizer, open } = await mintSale()
    const claim = () => claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
    expect((await refusalOf(claim())).code).toBe("SALE_NOT_OPEN")
    const was = await findSale(stores, performanceId)
    const { performances } = await open()
    const row = await findSale(stores, performanceId)
    const saleOpensAt = row.saleOpensAt.toISOString()
    expect(Math.abs(row.saleOpensAt.getTime() - Date.now())).toBeLessThan(5_000)
    expect(performances).toMatchObject([{ saleOpensAt, saleState: "open" }])
    expect(row.version).toBe(was.version + 1)
    expect((await claim()).places).toEqual([1])
    const { userId } = organizer
    expect(await listAudit(stores, eventId)).toEqual([
      {
        userId,
        performanceId,
        action: "sale-opened",
        before: { saleOpensAt: was.saleOpensAt.toISOString() },
        after: { saleOpensAt },
      },
    ])
    expect(await listToTell(stores, performanceId)).toEqual(["performance-changed"])
    expect(await listToTell(stores, eventId)).toEqual(["event-changed"])
  })

  test("makes a line of its lobby, as it stands", async () => {
    const room = { capacity: 1, perMinute: 60, hasDraw: true }
    const { performanceId, open } = await mintSale({ saleOpensInMs: HOUR_MS, room })
    const users = [mintUserId(), mintUserId()]
    for (const user of users) {
      expect(await enterRoom(stores, user, { performanceId })).toMatchObject({ state: "lobby" })
    }
    await open()
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, waiting: 1 })
    const standings = users.map((user) => readStanding(stores, user, { performanceId }))
    const states = (await Promise.all(standings)).map(({ state }) => state)
    expect(states.toSorted()).toEqual(["admitted", "waiting"])
    expect(await findRows(stores, performanceId)).toMatchObject({ version: 1 })
  })

  test("brings a lobby that was still to come with it", async () => {
    const lobbyOpensAt = new Date(Date.now() + HOUR_MS / 2)
    const room = { lobbyOpensAt }
    const { eventId, performanceId, open } = await mintSale({ saleOpensInMs: HOUR_MS, room })
    const user = mintUserId()
    expect(await enterRoom(stores, user, { performanceId })).toMatchObject({ state: "closed" })
    await open()
    const row = await findRows(stores, performanceId)
    expect(row?.lobbyOpensAt).toEqual(row?.saleOpensAt as Date)
    expect(await enterRoom(stores, user, { performanceId })).toMatchObject({ state: "waiting" })
    expect(await listAudit(stores, eventId)).toMatchObject([
      { before: { lobbyOpensAt: lobbyOpensAt.toISOString() } },
    ])
  })

  test("opens once, however many press at once; that it is open already is no refusal", async () => {
    const { eventId, performanceId, open } = await mintSale()
    const { won } = await race(6, open)
    expect(won).toHaveLength(6)
    expect(await listAudit(stores, eventId)).toHaveLength(1)
    expect(await findSale(stores, performanceId)).toMatchObject({ version: 2 })
  })
})

describe("no sale is opened", () => {
  test("by somebody else, of a draft, of what is cancelled, or once it is closed", async () => {
    const { eventId, performanceId, open } = await mintSale()
    const was = await findSale(stores, performanceId)
    const stranger = openSale(stores, mintStranger(), { performanceId })
    expect(await refusalOf(stranger)).toEqual({ code: "NOT_ALLOWED" })
    await unpublish(stores, eventId)
    expect(await refusalOf(open())).toEqual({
      code: "NOT_VALID",
      problems: [{ path: "performanceId", problem: "not-published" }],
    })
    await cancel(stores, performanceId)
    expect(await refusalOf(open())).toEqual({ code: "SALE_CLOSED" })
    expect(await findSale(stores, performanceId)).toMatchObject({ saleOpensAt: was.saleOpensAt })
    expect(await listAudit(stores, eventId)).toEqual([])
    const over = await mintSale({ saleOpensInMs: -2 * HOUR_MS, saleClosesInMs: -1 })
    expect(await refusalOf(over.open())).toEqual({ code: "SALE_CLOSED" })
  })
})
