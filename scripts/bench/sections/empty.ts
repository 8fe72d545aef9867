import type { Bench } from "../bench.ts"
import {
  crowdLoad,
  EMPTY,
  EMPTY_ANONYMOUS,
  inTurn,
  nobodies,
  takeSeen,
  visitsOf,
} from "../calls.ts"
import { ratioOf } from "../numbers.ts"
import { inRounds } from "../rounds.ts"
import { costUs, type Finding, rowsOf, type Section, shareOf, turnsOf } from "../section.ts"

const STEADY = 500
const COMING_AND_GOING = 5_000
const ANONYMOUS = "anonymous, 500 addresses"
const ANONYMOUS_MANY = "anonymous, 5,000 addresses"
const SIGNED_IN = "signed in, 500 steady sessions"
const SIGNED_IN_MANY = "signed in, 5,000 that come and go"
const FIRST = "signed in, each for the first time"

async function run(bench: Bench): Promise<Finding> {
  const calls = 4 * bench.scale.visits
  const steady = visitsOf(await takeSeen(bench, STEADY))
  const many = visitsOf(await takeSeen(bench, COMING_AND_GOING))
  const of = (name: string, step: typeof EMPTY, visits: () => typeof steady) => ({
    name,
    loadOf: () => crowdLoad(bench, [step], inTurn(visits(), calls)),
  })
  const turns = await inRounds(
    bench,
    [
      of(ANONYMOUS, EMPTY_ANONYMOUS, () => nobodies(STEADY)),
      of(SIGNED_IN, EMPTY, () => steady),
      of(ANONYMOUS_MANY, EMPTY_ANONYMOUS, () => nobodies(COMING_AND_GOING)),
      of(SIGNED_IN_MANY, EMPTY, () => many),
      {
        name: FIRST,
        loadOf: async () =>
          crowdLoad(bench, [EMPTY], visitsOf(await bench.people.take(bench.scale.visits))),
      },
    ],
    async () => {},
  )
  const ofCpu = (name: string, beside: string) => {
    const cost = (one: string) => turnsOf(turns, one).map((turn) => costUs(turn, "api"))
    return ratioOf(cost(beside), cost(name)).median
  }
  return {
    rows: rowsOf(turns, ANONYMOUS),
    lines: [
      `By the api's CPU in place of calls a second, steady sessions are at ${ofCpu(SIGNED_IN, ANONYMOUS).toFixed(2)}, those that come and go at ${ofCpu(SIGNED_IN_MANY, ANONYMOUS_MANY).toFixed(2)}.`,
    ],
    shown: [
      {
        says: "a signed-in call of an anonymous one, 500 steady sessions",
        value: shareOf(turns, SIGNED_IN, ANONYMOUS),
        bound: { atLeast: 0.9 },
      },
      {
        says: "a signed-in call of an anonymous one, 5,000 that come and go",
        value: shareOf(turns, SIGNED_IN_MANY, ANONYMOUS_MANY),
        bound: { atLeast: 0.8 },
      },
    ],
  }
}

export const empty: Section = {
  name: "empty",
  title: "A call that does nothing: the ceiling",
  how: "A tRPC mutation without work, through everything that any call goes through, at 64 clients; of the ceiling here means of the first line.",
  run,
}
