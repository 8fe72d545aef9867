import type { Booking } from "@podo/contract/booking"
import type { Caller, Ids } from "./read.ts"

const ACTIONS = ["sign-in", "enter", "leave", "claim", "release", "confirm"] as const
type Action = (typeof ACTIONS)[number]

export const isAction = (name: string): name is Action => ACTIONS.some((action) => action === name)

type Pressed = { action: Action; form: URLSearchParams }

/** The question of a form of the page, by the procedure that does it for everybody. Tells of what was booked. */
export async function doFor(
  caller: Caller,
  { performanceId }: Ids,
  { action, form }: Pressed,
): Promise<Booking | undefined> {
  const typed = (name: string) => form.get(name) ?? ""
  switch (action) {
    case "sign-in":
      await caller.account.signIn({ email: typed("email"), password: typed("password") })
      return undefined
    case "enter":
      await caller.waitingRoom.enter({ performanceId })
      return undefined
    case "leave":
      await caller.waitingRoom.leave({ performanceId })
      return undefined
    case "claim":
      await caller.seating.claim({
        performanceId,
        quantity: Number(typed("quantity")),
        ...(typed("area") && { area: typed("area") }),
      })
      return undefined
    case "release":
      await caller.seating.release({ performanceId, holdId: typed("holdId") })
      return undefined
    case "confirm":
      return caller.booking.confirm({
        performanceId,
        holdId: typed("holdId"),
        bookingId: typed("bookingId"),
      })
  }
}
