import { readSales } from "@podo/booking/read-sales"
import { EventSales, ReadSales } from "@podo/contract/desk"
import { procedure, router } from "../trpc.ts"

export const deskRouter = router({
  sales: procedure.organizer
    .input(ReadSales)
    .output(EventSales)
    .query(({ ctx, input }) => readSales(ctx.stores.db, ctx, input)),
})
