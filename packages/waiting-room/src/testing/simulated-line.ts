import type { Eta } from "@podo/contract/waiting-room"
import { etaOf } from "../eta.ts"

const TICK_MS = 500
const MINUTE_MS = 60_000
const ASK_EACH_MS = 10_000
const ASKERS = 5

export type LineWishes = {
  people: number
  capacity: number
  perMinute: number
  admissionMs: number
  /** How long people stay inside, at most until their admission is over: the median, and how much it differs. */
  stayMs: number
  spread: number
  /** The shares of those who are not there when they are called, and of those who leave within 20 minutes. */
  away: number
  leave: number
}

type Person = { isAway: boolean; leavesAt: number; told: { at: number; eta: Eta }[] }

export type Honesty = { told: number; wasSooner: number; wasLater: number }

/** A line without stores, from the opening of its sale until it is empty: how often people were told the truth. */
export function simulateLine(wishes: LineWishes, random: () => number): Honesty {
  const { perMinute, capacity, admissionMs, stayMs, spread } = wishes
  let line = Array.from({ length: wishes.people }, (): Person => {
    const leavesAt = random() < wishes.leave ? random() * 20 * MINUTE_MS : Number.POSITIVE_INFINITY
    return { isAway: random() < wishes.away, leavesAt, told: [] }
  })
  let inside: number[] = []
  let tokens = 1
  const counted = { admitted: 0, noShows: 0 }
  const honesty: Honesty = { told: 0, wasSooner: 0, wasLater: 0 }
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  for (let now = 0; line.length > 0; now += TICK_MS) {
    inside = inside.filter((end) => end > now)
    line = line.filter(({ leavesAt }) => leavesAt > now)
    tokens = Math.min(Math.max(1, perMinute / 60), tokens + (TICK_MS * perMinute) / MINUTE_MS)
    while (line.length > 0 && tokens >= 1 && inside.length < capacity) {
      const person = line.shift()
      if (!person || person.isAway) {
        counted.noShows += 1
        continue
      }
      tokens -= 1
      counted.admitted += 1
      inside.push(now + Math.min(admissionMs, stayMs * Math.exp(spread * normal())))
      judge(person, now, honesty)
    }
    if (now % ASK_EACH_MS > 0) continue
    for (let asker = 0; asker < ASKERS; asker++) {
      const ahead = Math.floor(random() * line.length)
      const minutes = now / MINUTE_MS
      const cameOut = counted.admitted - inside.length
      const pace = { ahead, perMinute, capacity, admissionMs, inside: inside.length }
      const eta = etaOf({
        ...pace,
        minutesOpen: minutes,
        counted: { ...counted, cameOut, minutes },
      })
      line[ahead]?.told.push({ at: now, eta })
    }
  }
  return honesty
}

function judge({ told }: Person, now: number, honesty: Honesty) {
  for (const { at, eta } of told) {
    const seconds = (now - at) / 1_000
    honesty.told += 1
    if (seconds < eta.from) honesty.wasSooner += 1
    if (seconds > eta.to) honesty.wasLater += 1
  }
}
