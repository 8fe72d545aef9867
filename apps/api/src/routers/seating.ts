import {
  Availability,
  ClaimPlaces,
  ExtendHold,
  Hold,
  OfPerformance,
  Plan,
  ReadPlan,
  ReleaseHold,
  SeatRuns,
} from "@podo/contract/seating"
import { claimPlaces } from "@podo/seating/claim-places"
import { extendHold } from "@podo/seating/extend-hold"
import { findHold } from "@podo/seating/find-hold"
import { readAvailability } from "@podo/seating/read-availability"
import { readPlan } from "@podo/seating/read-plan"
import { readSeats } from "@podo/seating/read-seats"
import { releaseHold } from "@podo/seating/release-hold"
import { z } from "zod"
import { checkedOnce } from "./checked-once.ts"
import { procedure, router } from "../trpc.ts"

export const seatingRouter = router({
  plan: procedure.anyone
    .meta({ shared: "with-all", cacheable: true, large: true })
    .input(ReadPlan)
    .output(checkedOnce(Plan))
    .query(async ({ ctx, input }) => ctx.cached(await readPlan(ctx.stores, input)).plan),

  seats: procedure.anyone
    .meta({ shared: "with-all", cacheable: true, large: true })
    .input(OfPerformance)
    .output(checkedOnce(SeatRuns))
    .query(async ({ ctx, input }) => ctx.cached(await readSeats(ctx.stores, input)).seats),

  availability: procedure.anyone
    .meta({ shared: "with-all", large: true })
    .input(OfPerformance)
    .output(Availability)
    .query(({ ctx, input }) => readAvailability(ctx.stores, input)),

  hold: procedure.signedIn
    .input(OfPerformance)
    .output(Hold.nullable())
    .query(({ ctx, input }) => findHold(ctx.stores, ctx.userId, input)),

  claim: procedure.signedIn
    .input(ClaimPlaces)
    .output(Hold)
    .mutation(({ ctx, input }) => claimPlaces(ctx.stores, ctx.userId, input)),

  extend: procedure.signedIn
    .meta({ comesFirst: true })
    .input(ExtendHold)
    .output(Hold)
    .mutation(({ ctx, input }) => extendHold(ctx.stores, ctx.userId, input)),

  release: procedure.signedIn
    .meta({ comesFirst: true })
    .input(ReleaseHold)
    .output(z.object({}))
    .mutation(({ ctx, input }) => releaseHold(ctx.stores, ctx.userId, input)),
})
