import { expect } from "bun:test"
import type { BookingId, HoldId, PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { mintUserId } from "@podo/db/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { drawOf } from "../draw/draw-of.ts"
import { Model, type Terms } from "./simulation-model.ts"

const USERS = 8
const MINUTE_MS = 60_000
/** An entry of the feed may be a little younger than the look at the clock that its script took. */
const CLOCK_MS = 50

type Entry = [id: string, fields: string[]]

/** One performance from its lobby on. */
export class Run {
  readonly model: Model
  readonly users = Array.from({ length: USERS }, mintUserId)
  readonly holds = new Map<UserId, HoldId>()
  readonly bookings = new Map<BookingId, { userId: UserId; holdId: HoldId; places: number[] }>()
  /** How much time was made to pass. */
  passedMs = 0
  isRested = false
  private revision = "0"
  private admissions: number[] = []
  readonly stores: Stores
  readonly performanceId: PerformanceId
  /** All the chance of the step that is taken. */
  random: () => number = () => 0
  readonly seed: string
  constructor(
    stores: Stores,
    { performanceId, seed, terms }: { performanceId: PerformanceId; seed: string; terms: Terms },
  ) {
    this.stores = stores
    this.performanceId = performanceId
    this.seed = seed
    this.model = new Model(terms)
  }

  get keys() {
    return keysOfPerformance(this.performanceId)
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound)
  }

  pick<Choice>(choices: readonly Choice[]): Choice | undefined {
    return choices[this.below(choices.length)]
  }

  drawOf = (user: UserId) => drawOf(this.seed, this.performanceId, user)

  /** Compares all that Redis knows with the model, and what was told since the last look with who was let in. */
  async check(cameIn: UserId[]) {
    const { model, keys } = this
    const seen = await this.look()
    const inLine = model.line.map(({ user }) => user)
    const absent = model.absent.map(({ user }) => user)
    expect(seen.line).toEqual(inLine)
    expect(new Set(seen.absent)).toEqual(new Set(absent))
    expect(new Set(seen.admitted)).toEqual(model.admitted)
    // Each is in one of them at most, and those who wait are the people that may be passed over.
    const everywhere = [...seen.line, ...seen.absent, ...seen.admitted]
    expect(new Set(everywhere).size).toBe(everywhere.length)
    expect(new Set(seen.people)).toEqual(new Set([...inLine, ...absent]))
    expect(seen.counted).toEqual(model.counted)
    const { moved: _, ...byMinute } = model.counted
    expect(seen.byMinute).toEqual(byMinute)
    if (model.phase === "lobby" && model.terms.hasDraw) {
      const drawn = new Set(inLine.map((user) => this.drawOf(user)))
      expect(oddOnes(await this.stores.redis.get(keys.draws))).toEqual(drawn)
    }
    const told = await this.hear()
    expect(told.admitted.toSorted()).toEqual(cameIn.toSorted())
    expect(new Set(told.standing)).toEqual(model.told)
    model.told.clear()
  }

  private async look() {
    const { redis } = this.stores
    const { line, absent, admitted, people, pace, lineMinutes } = this.keys
    const [inLine, passedOver, inside, known, counters, minutes] = await Promise.all([
      redis.zrange(line, 0, "-1"),
      redis.zrange(absent, 0, "-1"),
      redis.zrange(admitted, String(Date.now()), "+inf", "BYSCORE"),
      redis.hkeys(people),
      redis.hgetall(pace),
      redis.hgetall(lineMinutes),
    ])
    const sumOf = (what: string) =>
      Object.entries(minutes)
        .filter(([field]) => field.endsWith(`:${what}`))
        .reduce((sum, [, count]) => sum + Number(count), 0)
    const entered = sumOf("e")
    return {
      line: inLine,
      absent: passedOver,
      admitted: inside,
      people: known,
      counted: {
        entered,
        admitted: Number(counters["admitted"] ?? 0),
        noShows: Number(counters["noShows"] ?? 0),
        moved: Number(counters["moved"] ?? 0),
      },
      byMinute: { entered, admitted: sumOf("a"), noShows: sumOf("n") },
    }
  }

  /** The feed since it was last asked; each admission is within the rate of its minute. */
  private async hear() {
    const told = { admitted: [] as string[], standing: [] as string[] }
    const entries = (await this.stores.redis.xrange(
      this.keys.feed,
      `(${this.revision}`,
      "+",
    )) as Entry[]
    for (const [id, fields] of entries) {
      this.revision = id
      for (let at = 0; at < fields.length; at += 2) {
        const [name, users] = [fields[at], (fields[at + 1] ?? "").split(",")]
        if (name === "standing") told.standing.push(...users)
        if (name !== "admitted") continue
        told.admitted.push(...users)
        const now = Number.parseInt(id, 10) + this.passedMs
        this.admissions.push(...users.map(() => now))
        const lately = this.admissions.filter((then) => then > now - MINUTE_MS + CLOCK_MS)
        expect(lately.length).toBeLessThanOrEqual(this.model.terms.perMinute)
      }
    }
    return told
  }
}

const DIGITS = 13

function oddOnes(draws: string | null): Set<string> {
  const odd = new Set<string>()
  for (const draw of draws?.match(new RegExp(`.{${DIGITS}}`, "g")) ?? []) {
    if (!odd.delete(draw)) odd.add(draw)
  }
  return odd
}
