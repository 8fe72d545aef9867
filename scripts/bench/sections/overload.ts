import type { Bench } from "../bench.ts"
import { CLAIM, CONFIRM, visitsFor } from "../calls.ts"
import { openSeats } from "../halls.ts"
import type { Pace, Times } from "../load.ts"
import { spreadOf } from "../numbers.ts"
import { type Finding, perSecondOf, rowOf, type Section } from "../section.ts"
import { runTurn, type Turn } from "../turns.ts"
import { countConfirmed } from "../sold.queries.ts"
import { Problem } from "../../run/problem.ts"

const STADIUM = 50_000
const CLIENTS = 256
const SECONDS = 10
const SECONDS_QUICK = 1
const PEAK_ROUNDS = 3
/** The longest wait for an answer, whatever is the matter. */
const SECONDS_MAX = 10
const REFUSALS = ["STORE_UNAVAILABLE", "TOO_MANY_REQUESTS"]

async function run(bench: Bench): Promise<Finding> {
  const { quick } = bench.scale
  const seats = openSeats(bench, STADIUM)
  let sold = 0
  const sell = async (count: number, pace: Pace): Promise<Turn> => {
    const turn = await runTurn(bench, {
      port: bench.api.port,
      steps: [CLAIM, CONFIRM],
      visits: visitsFor(await bench.people.take(count), await seats.take(count)),
      pace,
      refusals: REFUSALS,
    })
    sold += turn.ok.count
    return turn
  }
  const peaks: Turn[] = []
  for (let round = quick ? 0 : -1; round < (quick ? 1 : PEAK_ROUNDS); round++) {
    const pace: Pace = { by: "clients", clients: CLIENTS, msMax: bench.scale.roundMs }
    const turn = await sell(bench.scale.visits, pace)
    if (round >= 0) peaks.push(turn)
  }
  const peak = spreadOf(peaks.map(perSecondOf)).median
  const seconds = quick ? SECONDS_QUICK : SECONDS
  const arrive = (times: number) => {
    const perSecond = Math.max(1, Math.round(peak * times))
    return sell(perSecond * seconds, { by: "arrivals", perSecond })
  }
  const [once, twice] = [await arrive(1), await arrive(2)]
  const written = await countConfirmed(bench.stores.db, seats.performanceIds)
  if (written !== sold) throw new Problem(`Acknowledged were ${sold} bookings, written ${written}.`)
  return {
    rows: [
      rowOf(`the peak: ${CLIENTS} clients, each waits for its answer`, peaks),
      rowOf("as many arrive as the peak, whatever is answered", [once]),
      rowOf("twice as many arrive", [twice]),
    ],
    ...shownOf(twice, { peak, seconds }),
  }
}

/** The fate of those who came at twice the peak; speed is counted until the last of them was answered. */
function shownOf(twice: Turn, { peak, seconds }: { peak: number; seconds: number }): Finding {
  const { ok, refused } = twice
  const saidWhen = refused.count === 0 ? 1 : twice.saidWhen / refused.count
  const latest = (times: Times) => ({
    value: times.p99 / 1_000,
    bound: { atMost: SECONDS_MAX },
    unit: "s",
  })
  return {
    lines: [
      `At twice the peak ${ok.count} were booked and ${refused.count} refused (${codesOf(twice)}), ${(saidWhen * 100).toFixed(0)} % of them with a Retry-After; the last answer came ${(twice.seconds - seconds).toFixed(1)} s after the last arrival.`,
    ],
    shown: [
      {
        says: "bookings a second at twice the peak, of the peak",
        value: perSecondOf(twice) / peak,
        bound: { atLeast: 0.8 },
      },
      { says: "p99 of bookings at twice the peak", ...latest(ok) },
      { says: "p99 of refusals at twice the peak", ...latest(refused) },
      {
        says: "refusals that came with a Retry-After, of all",
        value: saidWhen,
        bound: { atLeast: 1 },
      },
    ],
  }
}

const codesOf = ({ codes }: Turn) =>
  Object.entries(codes)
    .map(([code, count]) => `${code} ${count}`)
    .join(", ") || "none"

export const overload: Section = {
  name: "overload",
  title: "Twice as many as can be served",
  how: "Bookings in a stadium of 50,000 by people who come once. They arrive at a fixed rate, however slow the answers are, and their time runs from when they were due.",
  run,
}
