/** A wait as people say it, never too short: "12 minutes", not "713 seconds". */
export function minutesOrSeconds(
  ms: number,
  minutes: (count: number) => string,
  seconds: (count: number) => string,
): string {
  const wait = Math.max(1, Math.ceil(ms / 1000))
  return wait > 60 ? minutes(Math.ceil(wait / 60)) : seconds(wait)
}
