import { minutesAfter } from "./calendar.ts"
import type { EventPlan } from "./event-plan.ts"
import type { performancesOf } from "./performances.ts"

const SECONDS_PER_MINUTE = 60
const SEED_BYTES = 32

/** The waiting rooms of an event's performances. Their seeds differ from demo to demo: nobody may know them. */
export function roomsOf(event: EventPlan, performances: ReturnType<typeof performancesOf>) {
  return performances.flatMap(({ id, saleOpensAt }, index) => {
    const room = event.shows[index]?.room
    if (!room) return []
    const { lobbyMinutes, admissionMinutes, ...terms } = room
    return {
      performanceId: id,
      ...terms,
      lobbyOpensAt: minutesAfter(saleOpensAt, -lobbyMinutes),
      admissionSeconds: admissionMinutes * SECONDS_PER_MINUTE,
      seed: Buffer.from(crypto.getRandomValues(new Uint8Array(SEED_BYTES))).toString("hex"),
    }
  })
}
