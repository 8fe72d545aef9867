import type { MintedSession } from "@podo/accounts/mint-sessions"
import { addressOf } from "../crowd/line-listener.ts"
import type { Bench } from "./bench.ts"
import type { Seat } from "./halls.ts"
import type { Load, Pace, Step, Visit } from "./load.ts"

// The calls that are measured, each written once.

const post = (procedure: string, body: string, keeps?: string): Step => ({
  method: "POST",
  path: `/trpc/${procedure}`,
  body,
  ...(keeps !== undefined && { keeps }),
})

export const query = (procedure: string, input?: object): Step => ({
  method: "GET",
  path:
    input === undefined
      ? `/trpc/${procedure}`
      : `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
})

export const EMPTY = post("bench.signedIn", "{}")
export const EMPTY_ANONYMOUS = post("bench.anonymous", "{}")
export const EMPTY_QUERY = query("bench.query")

export const CLAIM = post(
  "seating.claim",
  '{"performanceId":"$performanceId","places":[$place]}',
  "holdId",
)
/** Places together: the visit knows them with commas between. */
export const CLAIM_SOME = post(
  "seating.claim",
  '{"performanceId":"$performanceId","places":[$places]}',
)
export const CLAIM_BEST = post("seating.claim", '{"performanceId":"$performanceId","quantity":4}')
export const CONFIRM = post(
  "booking.confirm",
  '{"bookingId":"$bookingId","performanceId":"$performanceId","holdId":"$holdId"}',
)
export const CANCEL = post("booking.cancel", '{"bookingId":"$bookingId"}')

export const BY_LOCK = post(
  "bookByLock",
  '{"bookingId":"$bookingId","performanceId":"$performanceId","place":$place}',
)
export const BY_STOCK = post(
  "bookByStock",
  '{"bookingId":"$bookingId","performanceId":"$performanceId","quantity":1}',
)

export const enterLine = (performanceId: string) =>
  post("waitingRoom.enter", JSON.stringify({ performanceId }))

/** Each person comes for a seat of their own. */
export const visitsFor = (people: MintedSession[], seats: Seat[]): Visit[] =>
  people.map(({ token }, at) => {
    const { performanceId = "", place = 0 } = seats[at] ?? {}
    return { token, knows: { performanceId, place: String(place) } }
  })

/** Each from an address of their own; `knows` goes for all. */
export const visitsOf = (people: MintedSession[], knows: Record<string, string> = {}): Visit[] =>
  people.map(({ token }, at) => ({ token, address: addressOf(at), knows }))

/** The same number of people who do not say who they are. */
export const nobodies = (count: number): Visit[] =>
  Array.from({ length: count }, (_, at) => ({ address: addressOf(at) }))

/** These again and again, in turn, until there are so many visits. */
export const inTurn = (visits: Visit[], count: number): Visit[] =>
  Array.from({ length: count }, (_, at) => visits[at % visits.length] ?? {})

export const CROWD = 64

/** A crowd of 64 at a time, for one round. */
const crowdPace = ({ scale }: Bench): Pace => ({
  by: "clients",
  clients: CROWD,
  msMax: scale.roundMs,
})

export const crowdLoad = (bench: Bench, steps: Step[], visits: Visit[]): Load => ({
  port: bench.api.port,
  steps,
  visits,
  pace: crowdPace(bench),
})

/** So many people who have been here a moment ago: Redis knows them, and MySQL is not asked. */
export async function takeSeen(bench: Bench, count: number): Promise<MintedSession[]> {
  const people = await bench.people.take(count)
  await bench.client.run(allAtOnce(bench, [EMPTY], visitsOf(people)))
  return people
}

/** Every visit to its end, in preparation of what is measured. */
export const allAtOnce = (bench: Bench, steps: Step[], visits: Visit[]): Load => ({
  port: bench.api.port,
  steps,
  visits,
  pace: { by: "clients", clients: CROWD, msMax: 120_000 },
})
