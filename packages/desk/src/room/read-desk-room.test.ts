import { describe, expect, test } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import { CHART_MINUTES } from "@podo/contract/limits"
import { race, refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { findHold } from "@podo/seating/find-hold"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { readStanding } from "@podo/waiting-room/read-standing"
import { endAdmissions, goAway, passTime } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { readDeskRoom } from "./read-desk-room.ts"
import { takeAdmissionBack } from "./take-admission-back.ts"
import { listAudit, mintRun, mintStranger, withoutRedis } from "../testing/rooms.queries.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000

/** A room with a line: all of them are there when they are called, unless they have gone away. */
async function mintLine(users: UserId[], away: UserId[] = []) {
  const run = await mintRun(stores, { room: { capacity: 2, perMinute: 600 } })
  const { organizer, performanceId } = run
  for (const user of users) await enterRoom(stores, user, { performanceId })
  await goAway(stores, performanceId, away)
  await tickRoom(stores, performanceId)
  return { ...run, read: (on = stores) => readDeskRoom(on, organizer, { performanceId }) }
}

const settled = async (work: Promise<unknown>) =>
  work.then(
    () => ({ reason: null }),
    (reason: unknown) => ({ reason }),
  )

const mintUsers = (count: number) => Array.from({ length: count }, mintUserId)
const NOTHING = {
  room: null,
  inside: 0,
  absent: 0,
  admitted: 0,
  noShows: 0,
  medianWaitSeconds: null,
  minutes: [],
  people: [],
}

describe("the room as an operator sees it", () => {
  test("is its line, who is inside, and who was called and was not there", async () => {
    const [gone, second, third, last] = mintUsers(4) as [UserId, UserId, UserId, UserId]
    const { organizer, performanceId } = await mintRun(stores, {
      room: { capacity: 2, perMinute: 60 },
    })
    // The one of them who has an account to be read.
    const named = organizer.userId
    for (const user of [gone, named, second, third, last]) {
      await enterRoom(stores, user, { performanceId })
    }
    await goAway(stores, performanceId, [gone])
    await tickRoom(stores, performanceId)
    await passTime(stores, performanceId, 61_000)
    // The first admission, too, is longer ago: two of one ms would stand in no order.
    await stores.redis.zincrby(keysOfPerformance(performanceId).admitted, -1_000, named)
    await tickRoom(stores, performanceId)
    const { minutes, people, ...seen } = await readDeskRoom(stores, organizer, { performanceId })
    expect(seen).toMatchObject({
      performanceId,
      terms: { capacity: 2, perMinute: 60, admissionMinutes: 5, hasDraw: false },
      room: { phase: "open", waiting: 2, moved: 3 },
      inside: 2,
      absent: 1,
      admitted: 2,
      noShows: 1,
    })
    expect(seen.medianWaitSeconds).toBeLessThan(60)
    const email = `${named}@example.com`
    expect(people.map(({ userId, name, email: at }) => ({ userId, name, email: at }))).toEqual([
      { userId: second, name: null, email: null },
      { userId: named, name: "Organizer", email },
    ])
    for (const { admittedUntil } of people) {
      expect(Math.abs(Date.parse(admittedUntil) - Date.now() - 300_000)).toBeLessThan(10_000)
    }
    expect(minutes).toHaveLength(CHART_MINUTES)
    const sumOf = (count: "entered" | "admitted" | "noShows") =>
      minutes.reduce((sum, minute) => sum + minute[count], 0)
    expect([sumOf("entered"), sumOf("admitted"), sumOf("noShows")]).toEqual([5, 2, 1])
    expect(minutes.findLast(({ waiting }) => waiting !== null)).toMatchObject({
      waiting: 2,
      inside: 2,
    })
    expect(minutes[0]).toMatchObject({ entered: 0, admitted: 0, waiting: null, inside: null })
    const starts = minutes.map(({ minute }) => Date.parse(minute))
    expect(starts.every((at, index) => at - (starts[0] ?? 0) === index * 60_000)).toBe(true)
  })

  test("is in the middle of the last waits, of those only who were let in", async () => {
    const { performanceId, read } = await mintLine([])
    const { waits } = keysOfPerformance(performanceId)
    await stores.redis.rpush(waits, 90_000, 1_000, 2_600, 600_000, 2_000)
    expect(await read()).toMatchObject({ medianWaitSeconds: 3 })
  })

  test("leaves out whose admission is over, whether or not anybody has noticed", async () => {
    const [first, second] = mintUsers(2) as [UserId, UserId]
    const { performanceId, read } = await mintLine([first, second])
    await endAdmissions(stores, performanceId, [first])
    expect(await read()).toMatchObject({ inside: 1, people: [{ userId: second }] })
  })

  test("is null and nothing while Redis is away, and what MySQL knows all the same", async () => {
    const { read } = await mintLine(mintUsers(2))
    const { terms, ...away } = await read(await withoutRedis(stores))
    expect(terms).toMatchObject({ capacity: 2, perMinute: 600 })
    expect(away).toMatchObject(NOTHING)
  })

  test("is our advice where there was no room yet: half an hour, a draw, a tenth of the places", async () => {
    const saleOpensInMs = HOUR_MS
    const { organizer, performanceId } = await mintRun(stores, { capacity: 400, saleOpensInMs })
    const seen = await readDeskRoom(stores, organizer, { performanceId })
    expect(seen).toMatchObject({
      terms: null,
      suggested: { hasDraw: true, capacity: 40, perMinute: 40, whenSoldOut: "close" },
      ...NOTHING,
    })
    const lobbyInMs = Date.parse(seen.suggested.lobbyOpensAt) - Date.now()
    expect(Math.abs(lobbyInMs - HOUR_MS / 2)).toBeLessThan(5_000)
  })

  test("is nobody else's to see", async () => {
    const { performanceId } = await mintLine([])
    const stranger = readDeskRoom(stores, mintStranger(), { performanceId })
    expect(await refusalOf(stranger)).toEqual({ code: "NOT_ALLOWED" })
  })
})

describe("an admission that is taken back", () => {
  test("ends, with what was held, and the next one is let in; the history says whose it was", async () => {
    const [first, second] = mintUsers(2) as [UserId, UserId]
    const run = await mintRun(stores, { room: { capacity: 1, perMinute: 600 } })
    const { eventId, performanceId, organizer } = run
    for (const user of [first, second]) await enterRoom(stores, user, { performanceId })
    await tickRoom(stores, performanceId)
    await claimPlaces(stores, first, { performanceId, places: [1] })
    const answer = await takeAdmissionBack(stores, organizer, { performanceId, userId: first })
    expect(answer).toMatchObject({ inside: 0, people: [], room: { waiting: 1 } })
    expect(await findHold(stores, first, { performanceId })).toBeNull()
    const again = claimPlaces(stores, first, { performanceId, places: [2] })
    expect(await refusalOf(again)).toEqual({ code: "NOT_ADMITTED" })
    await passTime(stores, performanceId, 1_000)
    await tickRoom(stores, performanceId)
    const standing = await readStanding(stores, second, { performanceId })
    expect(standing).toMatchObject({ state: "admitted" })
    const told = { userId: organizer.userId, performanceId, action: "admission-taken-back" }
    expect(await listAudit(stores, eventId)).toEqual([
      { ...told, before: { userId: first }, after: null },
    ] as never)
  })

  test("is taken once, however many press at once, and never from who is not inside", async () => {
    const [inside, waiting, stranger] = mintUsers(3) as [UserId, UserId, UserId]
    const run = await mintRun(stores, { room: { capacity: 1, perMinute: 600 } })
    const { eventId, performanceId, organizer } = run
    for (const user of [inside, waiting]) await enterRoom(stores, user, { performanceId })
    await tickRoom(stores, performanceId)
    const take = (userId: UserId) => takeAdmissionBack(stores, organizer, { performanceId, userId })
    for (const userId of [waiting, stranger]) {
      expect(await take(userId)).toMatchObject({ inside: 1, room: { waiting: 1 } })
    }
    const { won } = await race(5, () => take(inside))
    expect(won).toHaveLength(5)
    expect(await listAudit(stores, eventId)).toMatchObject([{ before: { userId: inside } }])
    const standing = await readStanding(stores, waiting, { performanceId })
    expect(standing).toMatchObject({ state: "waiting", position: 1 })
  })

  test("is not taken while Redis is away, nor by somebody else, nor written down then", async () => {
    const [user] = mintUsers(1) as [UserId]
    const { eventId, performanceId, organizer, read } = await mintLine([user])
    const input = { performanceId, userId: user }
    const away = await withoutRedis(stores)
    const { reason } = await settled(takeAdmissionBack(away, organizer, input))
    expect(redisIsAway(reason)).toBe(true)
    const stranger = takeAdmissionBack(stores, mintStranger(), input)
    expect(await refusalOf(stranger)).toEqual({ code: "NOT_ALLOWED" })
    expect(await listAudit(stores, eventId)).toEqual([])
    expect(await read()).toMatchObject({ inside: 1 })
    const none = await mintRun(stores)
    const taken = takeAdmissionBack(stores, none.organizer, { ...none, userId: user })
    expect(await refusalOf(taken)).toEqual({ code: "NOT_FOUND", what: "waiting-room" })
  })
})
