import type { Eta } from "@podo/contract/waiting-room"

const MINUTE_MS = 60_000
/** Fewer events than this say nothing of how many there will be. */
const MEASURED_MIN = 4
/** How many standard deviations a range has to both sides: what is counted is taken for a Poisson process. */
const SPREAD = 2
/** Until it is known how many are still there when they are called, it may be half of them, at best. */
const PRESENT_SHARE_MIN = 0.5
/** Ticks come each half a second, and count admissions in steps: a room lets in a little less than its rate. */
const TICKS_SECONDS = 2
const RATE_SLACK = 1.02

/** The counts of a line since the sale opened, or in its last minutes. */
type Counted = {
  admitted: number
  noShows: number
  /** People who came in and are not inside any more: they booked, went, or their time was over. */
  cameOut: number
  minutes: number
}

export type Pace = {
  /** People before the one who asks. */
  ahead: number
  perMinute: number
  capacity: number
  admissionMs: number
  inside: number
  minutesOpen: number
  counted: Counted
}

/** Those who came in together at first come out together, and so do the next: it evens out with time. */
const WAVES = 0.2

type Range = { low: number; high: number }

/**
 * How long it takes until everybody ahead has gone in, and the one who asks. The pace is never above the room's
 * rate, and once it is full, nobody before somebody comes out: how fast they do is measured. Before enough was
 * counted it is at best as fast as the rate, and at worst everybody inside stays to the end.
 */
export function etaOf(pace: Pace): Eta {
  const { perMinute } = pace
  const comers = comersOf(pace)
  const full = minutesUntilOut(pace, comers)
  const low = Math.max(comers.low / perMinute, full.low)
  const high = Math.max((comers.high / perMinute) * RATE_SLACK, full.high)
  const from = Math.max(0, Math.floor(low * 60) - TICKS_SECONDS)
  return { from, to: Math.max(from, Math.ceil(high * 60) + TICKS_SECONDS) }
}

/** How many have to come in, the one who asks included: of those ahead, some will not be there. */
function comersOf({ ahead, counted: { admitted, noShows } }: Pace): Range {
  const called = admitted + noShows
  // One of each more than were counted, so that a few say little.
  const share = (admitted + 1) / (called + 2)
  const spread = SPREAD * Math.sqrt((share * (1 - share)) / (called + 2))
  const least = called < MEASURED_MIN ? PRESENT_SHARE_MIN : Math.max(0, share - spread)
  return { low: 1 + ahead * least, high: 1 + ahead * Math.min(1, share + spread) }
}

/** In how many minutes so many have come out that there is room for all of these. */
function minutesUntilOut(pace: Pace, comers: Range): Range {
  const { capacity, admissionMs, inside, counted, minutesOpen } = pace
  const vacant = Math.max(0, capacity - inside)
  const low = Math.max(0, comers.low - vacant)
  const high = Math.max(0, comers.high - vacant)
  const atWorst = high === 0 ? 0 : ((high / capacity + 1) * admissionMs) / MINUTE_MS
  if (counted.cameOut < MEASURED_MIN) return { low: 0, high: atWorst }
  const outPerMinute = counted.cameOut / counted.minutes
  // Those who came first may still be inside, all of them: who came out so far was quicker than most.
  const isEarly = minutesOpen * outPerMinute < inside
  const swing = (WAVES * inside) / counted.cameOut
  const doubt = 1 / counted.cameOut + swing ** 2
  const spreadOf = (count: number) => SPREAD * Math.sqrt(count + count ** 2 * doubt)
  return {
    low: isEarly ? 0 : Math.max(0, low - spreadOf(low)) / outPerMinute,
    high: Math.min(atWorst, (high + spreadOf(high)) / outPerMinute),
  }
}
