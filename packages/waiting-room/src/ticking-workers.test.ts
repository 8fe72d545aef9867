import { describe, expect, test } from "bun:test"
import { BookingId, type PerformanceId, UserId } from "@podo/contract/ids"
import { barrier, until, randomOf } from "@podo/db/racing"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores, testStoreUrls } from "@podo/stores/testing"
import { connectRedis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { enterRoom } from "./enter-room.ts"
import { leaveRoom } from "./leave-room.ts"
import { goAway, mintLine, passTime } from "./testing/testing.ts"

const stores = await openTestStores()

const WORKERS = 4
const PEOPLE = 1_000
/** So many come in at the rate that the room has at first; then it is raised, and the room is full. */
const PEOPLE_AT_FIRST = 650
const CAPACITY = 50
const PER_MINUTE = 600
const STEP_MS = 500
const MINUTE_MS = 60_000
/** An event in the very ms in which time is made to pass may be before it or after it. */
const CLOCK_MS = STEP_MS + 50
const DIES_AFTER = 100
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9))

/** A worker as a process of its own. It is ticking when this is done. */
async function startTicking(performanceId: PerformanceId, admittedMax: number) {
  const script = `${import.meta.dir}/testing/tick-and-die.ts`
  const args = [JSON.stringify(testStoreUrls()), performanceId, String(admittedMax)]
  const worker = Bun.spawn([process.execPath, script, ...args], {
    stdout: "pipe",
    stderr: "inherit",
  })
  const { value } = await worker.stdout.getReader().read()
  expect(new TextDecoder().decode(value)).toBe("ticking\n")
  return worker
}

/** Resolves after the next tick: on a busy machine time would pass faster than anybody ticks, and the rate lie idle. */
async function ticked(performanceId: PerformanceId) {
  const { pace, line } = keysOfPerformance(performanceId)
  const tickedAt = () => stores.redis.hget(pace, "tokensAt")
  const before = await tickedAt()
  // Where nobody waits a tick leaves no trace.
  await until(async () => (await tickedAt()) !== before || (await stores.redis.zcard(line)) === 0)
}

type Sample = { line: string[]; absent: string[]; inside: string[]; at: number }

/** Everybody's state at one moment. */
async function sample(performanceId: PerformanceId): Promise<Sample> {
  const { line, absent, admitted } = keysOfPerformance(performanceId)
  const replies = await stores.redis
    .multi()
    .zrange(line, 0, "-1")
    .zrange(absent, 0, "-1")
    .zrange(admitted, 0, "-1", "WITHSCORES")
    .time()
    .exec()
  const [waiting, passedOver, scores, time] = (replies ?? []).map(
    ([, reply]) => reply,
  ) as string[][]
  const at = Math.floor(Number(time?.[0]) * 1_000 + Number(time?.[1]) / 1_000)
  const inside = (scores ?? []).filter(
    (_, index) => index % 2 === 0 && Number(scores?.[index + 1]) > at,
  )
  return { line: waiting ?? [], absent: passedOver ?? [], inside, at }
}

/** The act of a person who is inside: some book, others go. */
async function finish(performanceId: PerformanceId, userId: UserId, place: number | undefined) {
  if (place === undefined) return leaveRoom(stores, userId, { performanceId })
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [place] })
  const bookingId = BookingId.parse(Bun.randomUUIDv7())
  const confirming = { performanceId, holdId, bookingId, userId }
  await beginConfirm(stores, confirming)
  return settleConfirm(stores, confirming, [place])
}

/** When each was let in, by a clock that ran ahead by what had passed at that moment, in order. */
async function admissionsOf(performanceId: PerformanceId, passed: { at: number; ms: number }[]) {
  const { feed } = keysOfPerformance(performanceId)
  const entries = (await stores.redis.xrange(feed, "-", "+")) as [string, string[]][]
  return entries.flatMap(([id, fields]) => {
    const at = Number.parseInt(id, 10)
    const ahead = passed.filter((step) => step.at <= at).at(-1)?.ms ?? 0
    const users = fields[fields.indexOf("admitted") + 1]
    return fields.includes("admitted") ? [{ at: at + ahead, users: users?.split(",") ?? [] }] : []
  })
}

function expectEachInOneState({ line, absent, inside }: Sample, ended: Map<string, boolean>) {
  const counts = new Map<string, number>()
  for (const user of [...line, ...absent, ...inside]) {
    counts.set(user, (counts.get(user) ?? 0) + 1)
  }
  // An admission that is about to end may have ended; one that has ended is nowhere, and everybody else in one place.
  for (const [user, hasEnded] of ended) if (!hasEnded) counts.delete(user)
  const expected = PEOPLE - ended.size
  expect([...counts.values()].filter((count) => count === 1)).toHaveLength(expected)
  expect(counts.size).toBe(expected)
}

/** The most that were let in within a minute, of those who came before a moment. */
function mostInAMinute(admissions: { at: number; users: string[] }[]): number {
  const inMinuteTo = (end: number) =>
    admissions.filter(({ at }) => at <= end && at > end - MINUTE_MS + CLOCK_MS)
  const counts = admissions.map(({ at }) => inMinuteTo(at).flatMap(({ users }) => users).length)
  return Math.max(...counts)
}

/** A person who stayed is never let in after one who stood behind them. */
function expectInOrder(admissions: { users: string[] }[], stayed: string[]) {
  const places = new Map(stayed.map((user, index) => [user, index]))
  let last = -1
  for (const { users } of admissions) {
    const ranks = users.flatMap((user) => places.get(user) ?? [])
    expect(Math.min(...ranks)).toBeGreaterThan(last)
    last = Math.max(last, ...ranks)
  }
}

/** A line in which one of ten has gone away, at the door of a room that four workers tick. */
async function begin(random: () => number) {
  const { performanceId } = await mintPerformance(stores, {
    capacity: PEOPLE,
    standing: true,
    room: { capacity: CAPACITY, perMinute: PER_MINUTE },
  })
  const users = await mintLine(stores, performanceId, PEOPLE)
  const vanished = new Set(users.filter(() => random() < 0.1))
  await goAway(stores, performanceId, [...vanished])
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, (_, worker) =>
      startTicking(performanceId, worker === 0 ? DIES_AFTER : Number.POSITIVE_INFINITY),
    ),
  )
  return { performanceId, users, workers, stayed: users.filter((user) => !vanished.has(user)) }
}

/** Everybody comes, books or goes, until the line has ended. Looks at everybody's state all the while. */
async function serveAll(performanceId: PerformanceId, random: () => number) {
  const ended = new Map<string, boolean>()
  const passed: { at: number; ms: number }[] = []
  const pending: Promise<unknown>[] = []
  let [mostInside, places, raisedAt] = [0, 0, Number.POSITIVE_INFINITY]
  for (let ms = 0; ended.size < PEOPLE; ms += STEP_MS) {
    await ticked(performanceId)
    const [at, seen] = await Promise.all([
      passTime(stores, performanceId, STEP_MS),
      sample(performanceId),
    ])
    passed.push({ at, ms: ms + STEP_MS })
    mostInside = Math.max(mostInside, seen.inside.length)
    expect(seen.inside.length).toBeLessThanOrEqual(CAPACITY)
    expectEachInOneState(seen, ended)
    if (ended.size > PEOPLE_AT_FIRST && raisedAt > seen.at + ms) {
      raisedAt = seen.at + ms
      await stores.redis.hset(keysOfPerformance(performanceId).room, "perMinute", 60_000)
    }
    for (const user of seen.inside.filter((one) => !ended.has(one) && random() < 0.25)) {
      ended.set(user, false)
      const place = random() < 0.2 ? places++ : undefined
      const finished = finish(performanceId, UserId.parse(user), place)
      pending.push(finished.then(() => ended.set(user, true)))
    }
    for (const user of seen.absent.filter(() => random() < 0.2)) {
      pending.push(enterRoom(stores, UserId.parse(user), { performanceId }))
    }
  }
  await Promise.all(pending)
  return { mostInside, raisedAt, passed }
}

describe("four workers that tick at once, one of them killed in mid-tick", () => {
  test(`let nobody in whom the room cannot serve, and lose nobody, SEED=${seed}`, async () => {
    const random = randomOf(seed)
    const { performanceId, users, workers, stayed } = await begin(random)
    const { mostInside, raisedAt, passed } = await serveAll(performanceId, random)
    const ends = workers.map(({ signalCode }) => signalCode)
    for (const worker of workers) worker.kill("SIGKILL")
    expect(ends).toEqual(["SIGKILL", null, null, null])
    expect(mostInside).toBe(CAPACITY)
    const admissions = await admissionsOf(performanceId, passed)
    expect(admissions.flatMap((one) => one.users).toSorted()).toEqual(users.toSorted())
    expectInOrder(admissions, stayed)
    // The rate is what kept people out at first.
    const atFirst = mostInAMinute(admissions.filter(({ at }) => at < raisedAt - CLOCK_MS))
    expect(atFirst).toBeWithin(PER_MINUTE * 0.9, PER_MINUTE + 1)
  }, 30_000)

  // Without this control the test above would also pass if the workers never came to the same moment.
  test("and the danger is real: look, then let in, lets too many in", async () => {
    const { performanceId } = await mintPerformance(stores, { room: { capacity: CAPACITY } })
    const { line, admitted } = keysOfPerformance(performanceId)
    await mintLine(stores, performanceId, CAPACITY + WORKERS)
    const arrive = barrier(WORKERS)
    const workers = Array.from({ length: WORKERS }, async () => {
      const redis = await connectRedis(testStoreUrls().redisUrl)
      const vacant = CAPACITY - (await redis.zcard(admitted))
      await arrive()
      const [users] = [await redis.zpopmin(line, vacant)]
      const inside = users.flatMap((user, index) => (index % 2 === 0 ? [Date.now(), user] : []))
      if (inside.length > 0) await redis.zadd(admitted, ...inside)
      redis.disconnect()
    })
    await Promise.all(workers)
    expect(await stores.redis.zcard(admitted)).toBeGreaterThan(CAPACITY)
  })
})
