import type { Booking } from "@podo/contract/booking"
import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { EventId, PerformanceId, type Place } from "@podo/contract/ids"
import type { Hold, Plan } from "@podo/contract/seating"
import type { Room, Standing } from "@podo/contract/waiting-room"
import { TRPCError } from "@trpc/server"
import type { appRouter } from "../router.ts"
import { refusalOf } from "../trpc.ts"

export type Caller = ReturnType<typeof appRouter.createCaller>

export type HeldPlace = { place: Place; area: Plan["areas"][number]; seat?: Plan["seats"][number] }

/** The part of one performance that the page shows to the person who asks. */
export type Look = {
  event: EventDetail
  performance: PerformanceOnSale
  isGuest: boolean
  /** Null where it has no waiting room, and for guests. */
  standing: Standing | null
  /** As anybody sees it; null where it has none. */
  room: Room | null
  /** The line in which this page was standing is gone, and it has entered the new one. */
  isBegunAnew: boolean
  hold: (Hold & { named: HeldPlace[] }) | null
  booking?: Booking
}

export type Asked = {
  isGuest: boolean
  /** The line in which the page that reloads itself was standing. */
  wasIn: string | undefined
  /** Whether this was asked by our own page or by the person, and not by another site. */
  mayEnter: boolean
}

/** The ids of an address of ours; null where they are none. */
export function idsIn(params: { eventId: string; performanceId: string }) {
  const eventId = EventId.safeParse(params.eventId)
  const performanceId = PerformanceId.safeParse(params.performanceId)
  if (!eventId.success || !performanceId.success) return null
  return { eventId: eventId.data, performanceId: performanceId.data }
}

export type Ids = NonNullable<ReturnType<typeof idsIn>>

/** Everything that is shown; null for a performance that is none of this event. */
export async function lookAt(caller: Caller, ids: Ids, asked: Asked): Promise<Look | null> {
  // First of all, so that who reloads is there also while something else cannot be shown.
  const stands = asked.isGuest ? null : await standingOf(caller, ids, asked)
  const event = await caller.catalog.event({ eventId: ids.eventId })
  const performance = event.performances.find((one) => one.performanceId === ids.performanceId)
  if (!performance) return null
  const seen = { event, performance, isGuest: asked.isGuest, hold: null }
  if (!stands) {
    return { ...seen, standing: null, isBegunAnew: false, room: await roomOf(caller, ids) }
  }
  const { standing } = stands
  // A hold made in time can be booked also when the admission is over. A person who waits holds nothing, and asks often.
  const isWaiting = standing?.state === "lobby" || standing?.state === "waiting"
  const hold = isWaiting ? null : await holdOf(caller, ids)
  return { ...seen, ...stands, room: standing, hold }
}

const roomOf = async ({ waitingRoom }: Caller, { performanceId }: Ids) =>
  unlessThereIsNone(waitingRoom.room({ performanceId }))

/** Reloading is being there: whoever was passed over, or lost with the whole line, is in it again. */
async function standingOf({ waitingRoom }: Caller, { performanceId }: Ids, asked: Asked) {
  const standing = await unlessThereIsNone(waitingRoom.status({ performanceId }))
  if (standing?.state !== "absent" || !asked.mayEnter) return { standing, isBegunAnew: false }
  const isLost = asked.wasIn !== undefined && asked.wasIn !== standing.lineId
  if (standing.position === undefined && !isLost) return { standing, isBegunAnew: false }
  return { standing: await waitingRoom.enter({ performanceId }), isBegunAnew: isLost }
}

async function unlessThereIsNone<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    const refusal = error instanceof TRPCError ? refusalOf(error.cause) : undefined
    if (refusal?.code === "NOT_FOUND" && refusal.what === "waiting-room") return null
    throw error
  }
}

async function holdOf({ seating }: Caller, { performanceId }: Ids) {
  const hold = await seating.hold({ performanceId })
  if (!hold) return null
  const { areas } = await seating.plan({ performanceId, seats: false })
  const named = await Promise.all(
    hold.places.map(async (place): Promise<HeldPlace[]> => {
      const area = areas.find((one) => isIn(one, place))
      if (!area) return []
      if (area.kind === "standing") return [{ place, area }]
      const { seats } = await seating.plan({ performanceId, area: area.area })
      const seat = seats.find((one) => one.place === place)
      return [{ place, area, ...(seat && { seat }) }]
    }),
  )
  return { ...hold, named: named.flat() }
}

const isIn = ({ firstPlace, capacity }: Plan["areas"][number], place: Place) =>
  place >= firstPlace && place < firstPlace + capacity
