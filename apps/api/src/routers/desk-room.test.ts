import { describe, expect, test } from "bun:test"
import { grantRole } from "@podo/accounts/grant-role"
import { datesIn, mintHall, newEvent, termsOn } from "@podo/desk/events.queries"
import type { DeskEvent } from "@podo/contract/desk"
import type { DeskRoom } from "@podo/contract/desk-room"
import { PerformanceId } from "@podo/contract/ids"
import { openTestStores } from "@podo/stores/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)

const mintOrganizer = async () => {
  const { token, userId } = await mintSession(stores)
  await grantRole(stores.db, { email: `${userId}@example.com`, role: "organizer", revoke: false })
  return token
}

/** An event of a day that is public, and whose sale opens tomorrow. */
async function mintEvent() {
  const token = await mintOrganizer()
  const hall = await mintHall(stores)
  const input = { ...newEvent(hall), dates: datesIn(hall, termsOn(10)) }
  const { data } = await api.mutate("desk.createEvent", input, token)
  const { eventId, performances } = data as DeskEvent
  await api.mutate("desk.publishEvent", { eventId }, token)
  const performanceId = PerformanceId.parse(performances[0]?.performanceId)
  const etagNow = async () => {
    const read = await api.query("desk.room", { performanceId }, token)
    return (read.data as DeskRoom).etag
  }
  const desk = async (action: string, more: object) => {
    const seen = action === "setRoom" && { etag: await etagNow() }
    return api.mutate(`desk.${action}`, { performanceId, ...seen, ...more }, token)
  }
  return { eventId, performanceId, token, desk }
}

const room = {
  lobbyOpensAt: new Date(Date.now() - 60_000).toISOString(),
  hasDraw: true,
  capacity: 1,
  perMinute: 600,
  admissionMinutes: 5,
  whenSoldOut: "keep",
}

describe("a waiting room that is set up at the desk", () => {
  test("is where people wait, and what its operator does is what they see", async () => {
    const { eventId, performanceId, token, desk } = await mintEvent()
    const [fan, other] = [await mintSession(stores), await mintSession(stores)]
    const status = async ({ token: of }: typeof fan) =>
      (await api.query("waitingRoom.status", { performanceId }, of)).data
    const before = await api.query("waitingRoom.status", { performanceId }, fan.token)
    expect(before.refusal).toEqual({ code: "NOT_FOUND", what: "waiting-room" })
    expect((await desk("setRoom", { room })).data).toMatchObject({
      terms: room,
      room: { phase: "lobby", seedHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    const event = await api.query("catalog.event", { eventId })
    expect(event.data).toMatchObject({ performances: [{ waitingRoom: true }] })

    for (const { token: of } of [fan, other]) {
      const entered = await api.mutate("waitingRoom.enter", { performanceId }, of)
      expect(entered.data).toMatchObject({ state: "lobby", lobbyOpensAt: room.lobbyOpensAt })
    }
    await desk("steerRoom", { act: { kind: "pause" } })
    await desk("steerRoom", { act: { kind: "say", message: "잠시만요" } })
    expect(await status(fan)).toMatchObject({ paused: true, message: "잠시만요" })
    expect((await desk("openSale", {})).data).toMatchObject({
      performances: [{ saleState: "open" }],
    })
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 0, waiting: 2 })
    await desk("steerRoom", { act: { kind: "resume" } })
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, waiting: 1 })

    const seen = await api.query("desk.room", { performanceId }, token)
    const { people } = seen.data as { people: { userId: string; email: string }[] }
    const inside = [fan, other].find(({ userId }) => userId === people[0]?.userId)
    expect(people).toMatchObject([{ email: `${inside?.userId}@example.com` }])
    expect(await status(inside ?? fan)).toMatchObject({ state: "admitted" })
    expect(seen.data).toMatchObject({ inside: 1, admitted: 1, room: { waiting: 1 } })
    const taken = await desk("takeAdmissionBack", { userId: inside?.userId })
    expect(taken.data).toMatchObject({ inside: 0, people: [] })
    const claim = { performanceId, area: "day", quantity: 1 }
    const claimed = await api.mutate("seating.claim", claim, inside?.token)
    expect([claimed.status, claimed.refusal]).toEqual([403, { code: "NOT_ADMITTED" }])
    expect(await status(inside ?? fan)).toMatchObject({ state: "absent" })

    const { data } = await api.query("desk.history", { eventId, limit: 6 }, token)
    const { entries } = data as { entries: { action: string }[] }
    expect(entries.map(({ action }) => action)).toEqual([
      "admission-taken-back",
      "room-steered",
      "sale-opened",
      "room-steered",
      "room-steered",
      "room-set",
    ])
    expect(api.defects).toEqual([])
  })

  test("is refused with the field that is wrong, and nothing is stored", async () => {
    const { performanceId, token, desk } = await mintEvent()
    const wrong: [object, string][] = [
      [{ ...room, capacity: 0 }, "room.capacity"],
      [{ ...room, perMinute: 60_001 }, "room.perMinute"],
      [{ ...room, admissionMinutes: 1.5 }, "room.admissionMinutes"],
      [{ ...room, whenSoldOut: "wait" }, "room.whenSoldOut"],
      [{ ...room, lobbyOpensAt: "yesterday" }, "room.lobbyOpensAt"],
    ]
    for (const [input, path] of wrong) {
      const { status, issues } = await desk("setRoom", { room: input })
      expect([path, status, issues?.map((issue) => issue.path)]).toEqual([path, 400, [path]])
    }
    const late = { ...room, lobbyOpensAt: new Date(Date.now() + 3 * 86_400_000).toISOString() }
    const { status, refusal } = await desk("setRoom", { room: late })
    expect([status, refusal]).toEqual([
      400,
      {
        code: "NOT_VALID",
        problems: [{ path: "room.lobbyOpensAt", problem: "lobby-after-opening" }],
      },
    ])
    const said = await desk("steerRoom", { act: { kind: "say", message: "\u202Eabc" } })
    expect([said.status, said.issues?.map(({ path }) => path)]).toEqual([400, ["act.message"]])
    const seen = await api.query("desk.room", { performanceId }, token)
    expect(seen.data).toMatchObject({ terms: null, room: null })
  })
})
