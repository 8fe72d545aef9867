import type { Diary, Stay } from "./diary.ts"
import type { Admission, Watched } from "./watch-room.ts"

const MINUTE_MS = 60_000

type Waiting = Stay & { userId: string; score: number; isOver: boolean }

/**
 * The people who were let in before somebody who stood ahead of them and was there the whole time; and how many were let in so
 * soon that nobody could look where they stood.
 */
export function overtakenBy(diaries: Diary[], admissions: Admission[]) {
  const waiting: Waiting[] = diaries
    .flatMap(({ userId, stays }) =>
      stays.flatMap((stay) =>
        stay.score === undefined ? [] : [{ ...stay, userId, score: stay.score, isOver: false }],
      ),
    )
    .toSorted((one, other) => one.score - other.score)
  const staysOf = Map.groupBy(waiting, ({ userId }) => userId)
  const stayingAt = (userId: string, at: number) =>
    staysOf.get(userId)?.filter((stay) => stay.enteredAt < at && !stay.isOver) ?? []
  const known = new Set<string>(diaries.map(({ userId }) => userId))
  const overtaken: { userId: string; by: string }[] = []
  let unseen = 0
  let front = 0
  for (const tick of Map.groupBy(admissions, (admission) => admission.tick).values()) {
    const own = tick.map(({ userId, at }) => ({ userId, at, stays: stayingAt(userId, at) }))
    // All of them first: they went in together.
    for (const { stays } of own) for (const stay of stays) stay.isOver = true
    while (waiting[front]?.isOver) front += 1
    for (const { userId, at, stays } of own) {
      if (stays.length === 0 && known.has(userId)) unseen += 1
      const score = Math.max(...stays.map((stay) => stay.score))
      for (let ahead = front; (waiting[ahead]?.score ?? Infinity) < score; ahead++) {
        const stay = waiting[ahead]
        if (!stay || stay.isOver || stay.enteredAt >= at || stay.presentUntil <= at) continue
        overtaken.push({ userId: stay.userId, by: userId })
        break
      }
    }
  }
  return { overtaken, unseen }
}

/** People who stayed, were not let in, and stand elsewhere all the same. */
export function movedWithoutLeaving(diaries: Diary[], admissions: Admission[]): string[] {
  const admittedAt = Map.groupBy(admissions, ({ userId }) => userId)
  return diaries
    .filter(({ userId, stays }) =>
      stays.some((stay, at) => {
        const next = stays[at + 1]
        if (!next || stay.presentUntil !== Infinity || stay.score === undefined) return false
        const wasIn = admittedAt.get(userId)?.some((one) => one.at <= next.enteredAt)
        return !wasIn && next.score !== undefined && next.score !== stay.score
      }),
    )
    .map(({ userId }) => userId)
}

/** The clocks of the crowd and of Redis may differ by so much. */
const CLOCK_MS = 100

/** Claims that were granted to somebody who was not inside at any moment of the call. */
export function grantedOutside(diaries: Diary[], { admissions, admissionMs }: Watched): string[] {
  const admittedAt = Map.groupBy(admissions, ({ userId }) => userId)
  return diaries.flatMap(({ userId, claims }) =>
    claims
      .filter(
        ({ beganAt, endedAt }) =>
          !admittedAt
            .get(userId)
            ?.some(({ at }) => at <= endedAt + CLOCK_MS && at + admissionMs >= beganAt - CLOCK_MS),
      )
      .map(() => userId),
  )
}

/** The most that were let in within any minute. */
export function busiestMinute(admissions: Admission[]): number {
  let first = 0
  let most = 0
  for (const [last, { at }] of admissions.entries()) {
    while ((admissions[first]?.at ?? at) <= at - MINUTE_MS) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** From entering, or from the opening where that was later, until they were let in; in ms, ascending. */
export function waitsOf(diaries: Diary[], admissions: Admission[], opensAt: number): number[] {
  const staysOf = new Map<string, Stay[]>(diaries.map(({ userId, stays }) => [userId, stays]))
  return admissions
    .flatMap(({ userId, at }) => {
      const stay = staysOf.get(userId)?.findLast(({ enteredAt }) => enteredAt <= at)
      return stay ? [at - Math.max(stay.enteredAt, opensAt)] : []
    })
    .toSorted((one, other) => one - other)
}
