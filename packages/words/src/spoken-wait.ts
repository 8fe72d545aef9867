type Unit = "hours" | "minutes" | "seconds"

/** Up to an hour and a half people count in minutes. */
const MINUTES_MAX = 90

/** A wait as people say it, never too short: "12 minutes", not "713 seconds". */
export function spokenWait(ms: number, say: Record<Unit, (count: number) => string>): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  if (seconds <= 60) return say.seconds(seconds)
  const minutes = Math.ceil(seconds / 60)
  return minutes > MINUTES_MAX ? say.hours(Math.ceil(minutes / 60)) : say.minutes(minutes)
}

/** "19~56시간" rather than "19시간~56시간": the number alone where both are counted in the same unit. */
export function withoutUnitOf(to: string, from: string): string {
  const [number, unit] = [/^\d+/, /\D+$/].map((part) => part.exec(from)?.[0] ?? "")
  return to.replace(/^\d+/, "") === unit ? (number ?? from) : from
}
