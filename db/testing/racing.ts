import { type Refusal, Refused } from "@podo/contract/refusal"

export type Race<Result> = {
  won: Result[]
  /** How often each refusal was the answer. */
  refused: Partial<Record<Refusal["code"], number>>
}

/** Starts all runners at once and sorts their answers. Anything but a refusal is a defect and throws. */
export async function race<Result>(
  runners: number,
  run: (runner: number) => Promise<Result>,
): Promise<Race<Result>> {
  const outcomes = await Promise.allSettled(Array.from({ length: runners }, (_, n) => run(n)))
  const won: Result[] = []
  const refused: Race<Result>["refused"] = {}
  for (const outcome of outcomes) {
    if (outcome.status === "fulfilled") {
      won.push(outcome.value)
      continue
    }
    const reason: unknown = outcome.reason
    if (!(reason instanceof Refused)) throw reason
    const { code } = reason.refusal
    refused[code] = (refused[code] ?? 0) + 1
  }
  return { won, refused }
}

const UNTIL_MS_MAX = 10_000
const UNTIL_PAUSE_MS = 20

/** Asks again and again until the answer is yes; fails when that takes longer than 10 s. */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + UNTIL_MS_MAX
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`Not true within ${UNTIL_MS_MAX} ms.`)
    await Bun.sleep(UNTIL_PAUSE_MS)
  }
}

/** The code of the refusal that the work ends with. Anything else throws. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const { won, refused } = await work.then(
    () => ({ won: true, refused: undefined }),
    (error: unknown) => ({ won: false, refused: error }),
  )
  if (won) throw new Error("Expected a refusal.")
  if (refused instanceof Refused) return refused.refusal
  throw refused
}

/** Numbers in [0, 1) that a seed decides (mulberry32), so that a run can be repeated. */
export function randomOf(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Lets nobody through before this many have come: a race that is sure to happen. */
export function barrier(parties: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let waiting = 0
  return () => {
    waiting += 1
    if (waiting === parties) resolve()
    return promise
  }
}
