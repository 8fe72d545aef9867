import { verifyPerformance } from "@podo/booking/verify-performance"
import { randomOf } from "@podo/db/racing"
import { Problem } from "../../run/problem.ts"
import type { Bench } from "../bench.ts"
import { CLAIM, CONFIRM, CROWD, takeSeen } from "../calls.ts"
import { openHall, wakeHall } from "../halls.ts"
import type { Pace, Visit } from "../load.ts"
import { spreadOf } from "../numbers.ts"
import { type Finding, rowOf, type Section, turnsOf } from "../section.ts"
import { countConfirmed } from "../sold.queries.ts"
import { runTurn, type Turn } from "../turns.ts"

const PLACES = 100
const USERS = 10_000
const USERS_QUICK = 1_000
const PER_SECOND = 2_000
const ROUNDS = 3
const WITHIN_MS = 120_000

const RUSH = "who have never been here"
const SEEN_RUSH = "who have been here a moment ago"
const CROWD_OF_64 = "the same as the first, but 64 at a time"

type Kind = { name: string; isSeen: boolean; paceOf: (bench: Bench) => Pace }

const arriving = (): Pace => ({ by: "arrivals", perSecond: PER_SECOND })

const KINDS: Kind[] = [
  { name: RUSH, isSeen: false, paceOf: arriving },
  { name: SEEN_RUSH, isSeen: true, paceOf: arriving },
  {
    name: CROWD_OF_64,
    isSeen: false,
    paceOf: () => ({ by: "clients", clients: CROWD, msMax: WITHIN_MS }),
  },
]

async function run(bench: Bench): Promise<Finding> {
  const { quick } = bench.scale
  const users = quick ? USERS_QUICK : USERS
  const turns = new Map(KINDS.map(({ name }) => [name, [] as Turn[]]))
  for (let round = 0; round < (quick ? 1 : ROUNDS); round++) {
    for (const kind of KINDS) {
      turns.get(kind.name)?.push(await sellOut(bench, kind, { users, seed: round + 1 }))
    }
  }
  const middle = (name: string, of: (turn: Turn) => number) =>
    spreadOf(turnsOf(turns, name).map(of)).median
  const refusedP99 = ({ refused }: Turn) => refused.p99
  const answered = ({ ok, refused, seconds }: Turn) => (ok.count + refused.count) / seconds
  return {
    rows: KINDS.map(({ name }) => rowOf(`${users} users ${name}`, turnsOf(turns, name))),
    lines: [
      `Each time exactly ${PLACES} bookings were acknowledged and written, and Redis agrees; all others were told PLACES_TAKEN.`,
      `${middle(RUSH, answered).toFixed(0)} users a second were answered in the first line, ${middle(SEEN_RUSH, answered).toFixed(0)} in the second.`,
    ],
    shown: [
      {
        says: `bookings of ${PLACES} places that ${users} users want`,
        value: middle(RUSH, ({ ok }) => ok.count),
        bound: { atLeast: PLACES },
      },
      {
        says: `p99 of refusals at ${PER_SECOND} claims a second, users ${RUSH}`,
        value: middle(RUSH, refusedP99),
        bound: { atMost: 100 },
        unit: "ms",
      },
      {
        says: `p99 of refusals at ${PER_SECOND} claims a second, users ${SEEN_RUSH}`,
        value: middle(SEEN_RUSH, refusedP99),
        bound: { atMost: 100 },
        unit: "ms",
      },
    ],
  }
}

type Sale = { users: number; seed: number }

/** Everybody wants one of the same places, claims it and books what they got. */
async function sellOut(bench: Bench, { isSeen, paceOf }: Kind, { users, seed }: Sale) {
  const performanceId = await openHall(bench, PLACES + 1)
  await wakeHall(bench, performanceId, PLACES)
  const people = isSeen ? await takeSeen(bench, users) : await bench.people.take(users)
  const random = randomOf(seed)
  const turn = await runTurn(bench, {
    port: bench.api.port,
    steps: [CLAIM, CONFIRM],
    visits: people.map(({ token }): Visit => {
      const place = String(Math.floor(random() * PLACES))
      return { token, knows: { performanceId, place } }
    }),
    pace: paceOf(bench),
    refusals: ["PLACES_TAKEN"],
  })
  const written = await countConfirmed(bench.stores.db, [performanceId])
  if (written !== PLACES || turn.ok.count !== PLACES) {
    throw new Problem(
      `${turn.ok.count} were told that they have one of ${PLACES}; ${written} have.`,
    )
  }
  const { drift } = await verifyPerformance(bench.stores, performanceId)
  if (drift.length > 0) throw new Problem(`Redis and MySQL differ: ${JSON.stringify(drift)}`)
  return turn
}

export const contention: Section = {
  name: "contention",
  title: "Everybody wants the same places",
  how: `${USERS} users come for ${PLACES} places, each for one of them by chance, and book what they got.`,
  run,
}
