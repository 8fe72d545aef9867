import type { Bench } from "../bench.ts"
import {
  allAtOnce,
  CANCEL,
  CLAIM,
  CONFIRM,
  crowdLoad,
  EMPTY,
  takeSeen,
  visitsFor,
  visitsOf,
} from "../calls.ts"
import { openSeats } from "../halls.ts"
import type { Step, Visit } from "../load.ts"
import { inFewRounds, inRounds } from "../rounds.ts"
import { type Finding, rowsOf, type Section, shareOf } from "../section.ts"
import { whenQuiet } from "../turns.ts"

const STADIUM = 50_000
const CEILING = "empty mutation"

type Measured = { name: string; before: Step[]; step: Step }

/** The calls of people who have been here a moment before: for what they did then they come back. */
async function measure(bench: Bench, { name, before, step }: Measured) {
  const { visits } = bench.scale
  const seats = openSeats(bench, STADIUM)
  return inRounds(
    bench,
    [
      {
        name: CEILING,
        loadOf: async () => {
          const people = await takeSeen(bench, visits)
          await whenQuiet(bench)
          return crowdLoad(bench, [EMPTY], visitsOf(people))
        },
      },
      {
        name,
        loadOf: async () => {
          const some = visitsFor(await bench.people.take(visits), await seats.take(visits))
          const prepared = await prepare(bench, before, some)
          await whenQuiet(bench)
          return crowdLoad(bench, [step], prepared)
        },
      },
    ],
    async () => {},
  )
}

async function prepare(bench: Bench, before: Step[], visits: Visit[]): Promise<Visit[]> {
  const { kept = [] } = await bench.client.run({
    ...allAtOnce(bench, before, visits),
    tells: true,
  })
  return visits.flatMap((visit, at) => {
    const knows = kept[at]
    return knows ? [{ ...visit, knows }] : []
  })
}

async function runConfirm(bench: Bench): Promise<Finding> {
  const turns = await measure(bench, { name: "confirm", before: [CLAIM], step: CONFIRM })
  const share = shareOf(turns, "confirm", CEILING)
  return {
    rows: rowsOf(turns, CEILING),
    shown: [
      {
        says: "a confirm of the empty signed-in mutation",
        value: share,
        bound: { atLeast: 0.4 },
      },
    ],
    bars: [
      { group: "share of the empty mutation", label: "Podo: confirm", value: share, unit: "" },
    ],
  }
}

async function runCancel(bench: Bench): Promise<Finding> {
  const turns = await measure(inFewRounds(bench), {
    name: "cancel",
    before: [CLAIM, CONFIRM],
    step: CANCEL,
  })
  return { rows: rowsOf(turns, CEILING) }
}

const HOW =
  "One place each of a stadium of 50,000, at 64 clients; people and empty mutations alike have been here a moment before."

export const confirm: Section = {
  name: "confirm",
  title: "A confirm: from a hold to a booking",
  how: HOW,
  run: runConfirm,
}

export const cancel: Section = {
  name: "cancel",
  title: "A cancellation",
  how: HOW,
  run: runCancel,
}
