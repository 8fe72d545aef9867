import type { MintedSession } from "@podo/accounts/mint-sessions"
import type { Seat } from "./halls.ts"
import type { Step, Visit } from "./load.ts"

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
