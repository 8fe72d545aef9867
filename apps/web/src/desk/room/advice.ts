/** A person who knows what they want is done in so much of the time that they have. */
const QUICK_SHARE = 1 / 3

export type RoomFigures = { capacity: number; perMinute: number; admissionMinutes: number }

export type Span = { from: number; to: number }

export type Advice = {
  /** People let in a minute, once the room is full: when all stay to the end, and when all are quick. */
  flow: Span
  /** The limit that lets no more people in: the rate, however quick they are; the room inside, however slow; or now one, now the other. */
  limitedBy: "rate" | "inside" | "both"
  /** More people than that are never inside, even if all stay to the end. */
  insideMost: number
}

export function adviceOf({ capacity, perMinute, admissionMinutes }: RoomFigures): Advice {
  const slow = capacity / admissionMinutes
  const quick = slow / QUICK_SHARE
  return {
    flow: { from: Math.min(perMinute, slow), to: Math.min(perMinute, quick) },
    limitedBy: limitOf({ perMinute, slow, quick }),
    insideMost: Math.min(capacity, perMinute * admissionMinutes),
  }
}

function limitOf({ perMinute, slow, quick }: Record<"perMinute" | "slow" | "quick", number>) {
  if (perMinute <= slow) return "rate"
  return perMinute >= quick ? "inside" : "both"
}

/** How many minutes the last of so many people waits: the first ones fill the room as fast as the rate allows. */
export function crowdMinutes(people: number, figures: RoomFigures): Span {
  const { capacity, perMinute, admissionMinutes } = figures
  const slow = capacity / admissionMinutes
  const at = (perMinuteInside: number) =>
    Math.max(people / perMinute, (people - capacity) / perMinuteInside)
  return { from: at(slow / QUICK_SHARE), to: at(slow) }
}

/** As exactly as it is believed: small ones to a tenth, large ones to two digits. */
export function rounded(count: number): number {
  if (count >= 100) {
    const step = 10 ** (Math.floor(Math.log10(count)) - 1)
    return Math.round(count / step) * step
  }
  return count >= 10 ? Math.round(count) : Math.max(0.1, Math.round(count * 10) / 10)
}
