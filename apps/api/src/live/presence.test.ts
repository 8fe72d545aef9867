import { afterAll, describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { until } from "@podo/db/racing"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { countCommands } from "@podo/redis/testing"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { goAway } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { FRAME, frame, openRawClient } from "../testing/frames.ts"
import { hasAnswered, type LiveClient, openLiveClient } from "../testing/live.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const processes = [openTestApi(stores).listen(), openTestApi(await openTestStores()).listen()]
const [here, there] = processes as [(typeof processes)[0], (typeof processes)[0]]
afterAll(() => Promise.all(processes.map(({ stop }) => stop())))

type Room = Parameters<typeof mintPerformance>[1]

/** People in line who were last seen long ago. */
async function mintLine(count: number, room: Room = { room: {} }) {
  const { performanceId } = await mintPerformance(stores, room)
  const people = []
  for (let person = 0; person < count; person++) people.push(await mintSession(stores))
  for (const { userId } of people) await enterRoom(stores, userId, { performanceId })
  const userIds = people.map(({ userId }) => userId)
  await goAway(stores, performanceId, userIds)
  return { performanceId, people, userIds }
}

async function seenAt(performanceId: PerformanceId, userId: UserId | undefined) {
  const known = await stores.redis.hget(keysOfPerformance(performanceId).people, userId ?? "")
  return Number(known?.split(" ")[1])
}

const MINUTE_MS = 60_000

/** Whether somebody has been seen just now. */
const isThere = async (performanceId: PerformanceId, userId: UserId | undefined) =>
  (await seenAt(performanceId, userId)) > Date.now() - MINUTE_MS

describe("a person in line counts as there", () => {
  test("as soon as they watch it, on whichever process, and then again and again", async () => {
    const { performanceId, people, userIds } = await mintLine(2)
    const clients = people.map(({ token }, n) => openLiveClient(processes[n]?.port ?? 0, { token }))
    await Promise.all(clients.map((client) => client.watch(performanceId, "line")))
    for (const userId of userIds) await until(() => isThere(performanceId, userId))
    await goAway(stores, performanceId, userIds)
    await Promise.all(processes.map(({ live }) => live.seeWhoIsThere()))
    for (const userId of userIds) expect(await isThere(performanceId, userId)).toBe(true)
  })

  test("not for looking at the places, nor when they have left the line's page", async () => {
    const { performanceId, people, userIds } = await mintLine(2)
    const [looking, leaving] = people.map(({ token }) => openLiveClient(here.port, { token }))
    await looking?.watch(performanceId)
    await leaving?.watch(performanceId, "line")
    await until(() => isThere(performanceId, userIds[1]))
    await goAway(stores, performanceId, userIds)
    leaving?.ask({ ask: "unwatch", performanceId, of: "line" })
    if (leaving) await hasAnswered(leaving)
    await here.live.seeWhoIsThere()
    for (const userId of userIds) expect(await isThere(performanceId, userId)).toBe(false)
  })

  test("not where their connection does not answer", async () => {
    const { performanceId, people, userIds } = await mintLine(2)
    const [token, stalledToken] = people.map((person) => person.token)
    const client = openLiveClient(here.port, { token: token ?? "" })
    await client.watch(performanceId, "line")
    const stalled = await openRawClient(here.port, [`authorization: Bearer ${stalledToken}`])
    const watch = { ask: "watch", performanceId, of: "line" }
    stalled.say(frame(FRAME.text, JSON.stringify(watch)))
    // As long as nobody has asked, nothing speaks against them.
    for (const userId of userIds) await until(() => isThere(performanceId, userId))

    here.live.askWhoIsThere(performance.now() + MINUTE_MS / 2)
    await hasAnswered(client)
    await goAway(stores, performanceId, userIds)
    await here.live.seeWhoIsThere()
    expect(await isThere(performanceId, userIds[0])).toBe(true)
    expect(await isThere(performanceId, userIds[1])).toBe(false)
    stalled.end()
  })

  test("and nobody is put into a line by watching it, guests and strangers alike", async () => {
    const { performanceId, userIds } = await mintLine(1)
    const { token, userId } = await mintSession(stores)
    const clients = [openLiveClient(here.port), openLiveClient(here.port, { token })]
    await Promise.all(clients.map((client) => client.watch(performanceId, "line")))
    await here.live.seeWhoIsThere()
    const { people } = keysOfPerformance(performanceId)
    expect(await stores.redis.hkeys(people)).toEqual(userIds)
    expect(await isThere(performanceId, userId)).toBe(false)
    expect(await isThere(performanceId, userIds[0])).toBe(false)
  })
})

describe("a tick", () => {
  test("tells who is let in, and everybody how the line has moved", async () => {
    const { performanceId, people } = await mintLine(2, { room: { capacity: 1 } })
    const clients = people.map(({ token }, n) => openLiveClient(processes[n]?.port ?? 0, { token }))
    await Promise.all(clients.map((client) => client.watch(performanceId, "line")))
    for (const { userId } of people) await until(() => isThere(performanceId, userId))
    await tickRoom(stores, performanceId)
    const [first, second] = clients
    await first?.hears("admitted")
    for (const client of clients) await client.hears("line-moved")
    expect(second?.all("line-moved")[0]).toMatchObject({ moved: 1, waiting: 1, phase: "open" })
    expect(second?.all("admitted")).toEqual([])
  })

  test("costs as many commands of Redis for a hundred who watch as for one", async () => {
    const costOf = async (watchers: number) => {
      const { performanceId } = await mintLine(1, { room: { paused: true } })
      const clients = Array.from({ length: watchers }, () => openLiveClient(there.port))
      await Promise.all(clients.map((client) => client.watch(performanceId, "line")))
      return countCommands(`{${performanceId}}`, async () => {
        await tickRoom(stores, performanceId)
        await Promise.all(clients.map((client: LiveClient) => client.hears("line-moved")))
      })
    }
    const [one, hundred] = [await costOf(1), await costOf(100)]
    expect(one).toBeGreaterThan(10)
    // A look more, or a few, is a matter of when it was.
    expect(Math.abs(hundred - one)).toBeLessThan(10)
  })
})
