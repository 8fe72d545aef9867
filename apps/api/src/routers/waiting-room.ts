import { OfPerformance } from "@podo/contract/seating"
import { Draw, DrawPage, ReadDrawPage, Room, Standing } from "@podo/contract/waiting-room"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { leaveRoom } from "@podo/waiting-room/leave-room"
import { countEnter, countLeave } from "@podo/waiting-room/limits"
import { readDraw } from "@podo/waiting-room/read-draw"
import { readDrawPage } from "@podo/waiting-room/read-draw-page"
import { readRoom } from "@podo/waiting-room/read-room"
import { readStanding } from "@podo/waiting-room/read-standing"
import { checkedOnce } from "./checked-once.ts"
import { procedure, router } from "../trpc.ts"

export const waitingRoomRouter = router({
  room: procedure.anyone
    .meta({ shared: "with-all" })
    .input(OfPerformance)
    .output(Room)
    .query(({ ctx, input }) => readRoom(ctx.stores, input)),

  enter: procedure.signedIn
    .input(OfPerformance)
    .output(Standing)
    .mutation(({ ctx, input }) => {
      countEnter(ctx.userId, ctx.visit.address)
      return enterRoom(ctx.stores, ctx.userId, input)
    }),

  status: procedure.signedIn
    .input(OfPerformance)
    .output(Standing)
    .query(({ ctx, input }) => readStanding(ctx.stores, ctx.userId, input)),

  leave: procedure.signedIn
    .input(OfPerformance)
    .output(Standing)
    .mutation(async ({ ctx, input }) => {
      await countLeave(ctx.stores.redis, ctx.userId)
      return leaveRoom(ctx.stores, ctx.userId, input)
    }),

  draw: procedure.visitor
    .input(OfPerformance)
    .output(Draw)
    .query(({ ctx, input }) => readDraw(ctx.stores, ctx.userId, input)),

  drawPage: procedure.anyone
    .meta({ shared: "with-all", cacheable: true, large: true })
    .input(ReadDrawPage)
    .output(checkedOnce(DrawPage))
    .query(async ({ ctx, input }) => ctx.cached(await readDrawPage(ctx.stores, input)).page),
})
