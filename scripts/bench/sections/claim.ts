import type { Bench } from "../bench.ts"
import { CLAIM, CLAIM_BEST, CLAIM_SOME, crowdLoad, EMPTY, visitsFor, visitsOf } from "../calls.ts"
import { openHall, openSeats, wakeHall } from "../halls.ts"
import type { Visit } from "../load.ts"
import { inFewRounds, inRounds } from "../rounds.ts"
import { type Finding, rowsOf, type Section, shareOf } from "../section.ts"

const STADIUM = 50_000
const TOGETHER = 4
const CEILING = "empty mutation"
const ONE = "claim of one place"
const FOUR = "claim of four places together"
const BEST = "the best four"

/** People who have never been here, as many for each load: a session that was just looked up is cheaper. */
const strangers = (bench: Bench) => bench.people.take(bench.scale.visits)

const ceilingOf = (bench: Bench) => ({
  name: CEILING,
  loadOf: async () => crowdLoad(bench, [EMPTY], visitsOf(await strangers(bench))),
})

async function runClaim(bench: Bench): Promise<Finding> {
  const seats = openSeats(bench, STADIUM)
  const fours = openFours(bench)
  const turns = await inRounds(
    bench,
    [
      ceilingOf(bench),
      {
        name: ONE,
        loadOf: async () =>
          crowdLoad(
            bench,
            [CLAIM],
            visitsFor(await strangers(bench), await seats.take(bench.scale.visits)),
          ),
      },
      {
        name: FOUR,
        loadOf: async () => crowdLoad(bench, [CLAIM_SOME], await fours()),
      },
    ],
    async () => {},
  )
  return {
    rows: rowsOf(turns, CEILING),
    shown: [
      {
        says: "a claim of the empty signed-in mutation",
        value: shareOf(turns, ONE, CEILING),
        bound: { atLeast: 0.75 },
      },
    ],
    bars: [CEILING, ONE].map((label) => ({
      group: "share of the empty mutation",
      label: label === ONE ? "Podo: claim" : label,
      value: shareOf(turns, label, CEILING),
      unit: "",
    })),
  }
}

/** Four places that follow each other for everybody. */
function openFours(bench: Bench) {
  const seats = openSeats(bench, STADIUM)
  return async (): Promise<Visit[]> => {
    const people = await strangers(bench)
    const taken = await seats.take(people.length * TOGETHER)
    return people.map(({ token }, at) => {
      const some = taken.slice(at * TOGETHER, (at + 1) * TOGETHER)
      // Halls follow each other: nobody's four may lie in two of them.
      const { performanceId = "" } = some[0] ?? {}
      const places = some.filter((seat) => seat.performanceId === performanceId)
      return {
        token,
        knows: { performanceId, places: places.map(({ place }) => place).join(",") },
      }
    })
  }
}

async function runBest(bench: Bench): Promise<Finding> {
  const performanceId = await openHall(bench, STADIUM)
  await wakeHall(bench, performanceId, STADIUM - 1)
  const fours = openFours(bench)
  const turns = await inRounds(
    inFewRounds(bench),
    [
      ceilingOf(bench),
      { name: FOUR, loadOf: async () => crowdLoad(bench, [CLAIM_SOME], await fours()) },
      {
        name: BEST,
        loadOf: async () => {
          const visits = visitsOf(await strangers(bench), { performanceId })
          return crowdLoad(bench, [CLAIM_BEST], visits)
        },
      },
    ],
    async () => {},
  )
  return { rows: rowsOf(turns, CEILING) }
}

export const claim: Section = {
  name: "claim",
  title: "A claim of named places",
  how: "In a stadium of 50,000, by people who come for the first time, at 64 clients; nobody wants the same place.",
  run: runClaim,
}

export const best: Section = {
  name: "best",
  title: "The best places, beside places that are named",
  how: "Four together in a stadium of 50,000 that fills, at 64 clients, by people who come for the first time.",
  run: runBest,
}
