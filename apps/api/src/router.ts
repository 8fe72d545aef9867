import { accountRouter } from "./routers/account.ts"
import { bookingRouter } from "./routers/booking.ts"
import { catalogRouter } from "./routers/catalog.ts"
import { deskRouter } from "./routers/desk.ts"
import { seatingRouter } from "./routers/seating.ts"
import { waitingRoomRouter } from "./routers/waiting-room.ts"
import { router } from "./trpc.ts"

/** The whole API. Clients import its type, and nothing else of this app. */
export const appRouter = router({
  account: accountRouter,
  catalog: catalogRouter,
  waitingRoom: waitingRoomRouter,
  seating: seatingRouter,
  booking: bookingRouter,
  desk: deskRouter,
})

export type AppRouter = typeof appRouter
