import type { Verification } from "@podo/booking/verify-performance"
import type { Diary } from "./diary.ts"
import {
  busiestMinute,
  grantedOutside,
  movedWithoutLeaving,
  overtakenBy,
  waitsOf,
} from "./findings.ts"
import type { Measures } from "./scene.ts"
import { quantile } from "./measures.ts"
import type { Watched } from "./watch-room.ts"

const MINUTE_MS = 60_000
const SHOWN_MAX = 5

export type Told = {
  diaries: Diary[]
  watched: Watched
  verification: Verification
  measures: Measures
  opensAt: number
}

/** The story of the crowd, in lines, and everything that must not have happened. */
export function reportOf({ diaries, watched, verification, measures, opensAt }: Told) {
  const { admissions, capacity, perMinute } = watched
  const waits = waitsOf(diaries, admissions, opensAt)
  const { overtaken, unseen } = overtakenBy(diaries, admissions)
  const moved = movedWithoutLeaving(diaries, admissions)
  const outside = grantedOutside(diaries, watched)
  const busiest = busiestMinute(admissions)
  const failures = diaries.flatMap((diary) => diary.failures)
  const seconds = (share: number) => (quantile(waits, share) / 1_000).toFixed(1)
  const refused = diaries.reduce((sum, diary) => sum + diary.refused, 0)
  const ends = Map.groupBy(diaries, ({ end }) => end)
  const violations = [
    ...overtaken.map(({ userId, by }) => `${by} was let in before ${userId}, who stood ahead`),
    ...moved.map((userId) => `${userId} stayed, and lost their place`),
    ...outside.map((userId) => `${userId} was granted a claim without having been let in`),
    ...(watched.crowded > 0 ? [`more than ${capacity} were inside`] : []),
    ...(busiest > perMinute ? [`${busiest} were let in within a minute`] : []),
    ...failures.map((failure) => `unexpected answer: ${failure}`),
    ...verification.drift.map((wrong) => `verifier: ${JSON.stringify(wrong)}`),
  ]
  const lines = [
    `ends      ${[...ends].map(([end, some]) => `${some.length} ${end}`).join(", ")}`,
    `waits     p50 ${seconds(0.5)} s, p95 ${seconds(0.95)} s, p99 ${seconds(0.99)} s of ${waits.length} who were let in`,
    `order     ${overtaken.length} overtaken, ${moved.length} moved without leaving, ${unseen} let in before one could look`,
    `inside    ${watched.peakInside} at most of ${capacity}, in ${watched.samples} samples`,
    `rate      ${busiest} let in within the busiest minute of ${perMinute}`,
    `claims    ${refused} refused to who was not let in, ${outside.length} granted`,
    `no-shows  ${watched.noShows}`,
    ...(["live", "poll"] as const).map((hears) => questionsBy(hears, diaries)),
    ...Object.values(measures).map((one) => one.report()),
    `verifier  ${verification.capacity} places, ${verification.sold} sold, ${verification.held} held, ${verification.drift.length} wrong`,
    `${violations.length} violations`,
    ...violations.slice(0, SHOWN_MAX).map((violation) => `          ${violation}`),
  ]
  return { lines, violations }
}

/** Of who waits as our page does, and of who reloads it again and again. */
function questionsBy(hears: "live" | "poll", diaries: Diary[]) {
  const some = diaries.filter(({ person }) => person.hears === hears)
  const told = (ofThem: Diary[]) => {
    const questions = ofThem.reduce((sum, diary) => sum + diary.questions, 0)
    const minutes = ofThem.reduce((sum, diary) => sum + diary.waitedMs, 0) / MINUTE_MS
    return minutes > 0 ? (questions / minutes).toFixed(1) : "no"
  }
  const isCalm = ({ person }: Diary) => person.habit !== "reloads" && person.habit !== "sneaks"
  return `questions ${told(some.filter(isCalm))} a waiting person and minute by ${hears}, ${told(some.filter(({ person }) => person.habit === "reloads"))} of who reloads`
}
