import { z } from "zod"
import { PLACES_PER_CLAIM_MAX } from "./limits.ts"
import { AreaKind } from "./catalog.ts"
import { Area, Currency, HoldId, Instant, Money, PerformanceId, Place } from "./ids.ts"

const eachOnce = (places: number[]) => new Set(places).size === places.length

export const OfPerformance = z.object({ performanceId: PerformanceId })
export type OfPerformance = z.infer<typeof OfPerformance>

export const ReadPlan = z.object({
  performanceId: PerformanceId,
  /** Only this area's seats: a stadium's plan is large, a section's is not. */
  area: Area.optional(),
  /** False leaves the seats out: enough to choose an area of a large hall. */
  seats: z.boolean().default(true),
})
export type ReadPlan = z.infer<typeof ReadPlan>

/** A corner of an outline, in plan units. */
export const Corner = z.tuple([z.number(), z.number()])
export type Corner = z.infer<typeof Corner>

export const PlanArea = z.object({
  area: Area,
  name: z.string(),
  englishName: z.string().nullable(),
  kind: AreaKind,
  price: Money,
  /** Its places are firstPlace .. firstPlace + capacity - 1. */
  firstPlace: Place,
  capacity: z.int(),
  /** The polygon that the area covers on the plan. */
  outline: z.array(Corner),
})
export type PlanArea = z.infer<typeof PlanArea>

export const Seat = z.object({
  place: Place,
  row: z.string(),
  number: z.int(),
  /** The seat's middle, in plan units: seats of one row stand 10 apart. */
  x: z.number(),
  y: z.number(),
  /** A place for a wheelchair. */
  accessible: z.boolean(),
  /** Beside a place for a wheelchair, for who comes along. */
  companion: z.boolean(),
})
export type Seat = z.infer<typeof Seat>

export const Plan = z.object({
  /** The plan's size in plan units; x grows to the right, y away from the stage. */
  width: z.number(),
  height: z.number(),
  /** The polygon of the stage. */
  stage: z.array(Corner),
  currency: Currency,
  areas: z.array(PlanArea),
  /** Empty for standing areas: their places have no position. */
  seats: z.array(Seat),
})
export type Plan = z.infer<typeof Plan>

/** A change from one seat to the next, in tenths of plan units; the first is counted from 0. */
const Steps = z.array(z.int())

/**
 * Some seats of a row that follow each other in places and, by one step, in numbers: the whole of a stadium in a
 * few lines a section. Seat n has place `place + n`, number `number + n * step`, and stands at the sum of its
 * steps.
 */
export const SeatRun = z.object({
  row: z.string(),
  place: Place,
  number: z.int(),
  step: z.int(),
  x: Steps,
  y: Steps,
  /** Which of them, counted from 0, are for wheelchairs, and which for who comes along. */
  accessible: z.array(z.int()).optional(),
  companion: z.array(z.int()).optional(),
})
export type SeatRun = z.infer<typeof SeatRun>

/** Every seat of a performance, in the order of places. */
export const SeatRuns = z.object({ runs: z.array(SeatRun) })
export type SeatRuns = z.infer<typeof SeatRuns>

export const Availability = z.object({
  /** Grows with every change; equal revisions mean equal places. */
  revision: z.string(),
  /** One character a place, as in PLACE_STATES. */
  places: z.string(),
})
export type Availability = z.infer<typeof Availability>

const NamedPlaces = z.object({
  performanceId: PerformanceId,
  places: z.array(Place).min(1).max(PLACES_PER_CLAIM_MAX).refine(eachOnce, "Name each place once."),
})

/**
 * The best n places that are left, beside each other where there are such. Where several of `area`, `price` and
 * `priceMax` are given, all of them hold.
 */
export const BestPlaces = z
  .object({
    performanceId: PerformanceId,
    quantity: z.int().min(1).max(PLACES_PER_CLAIM_MAX),
    area: Area.optional(),
    /** Only places at this very price: a grade. */
    price: Money.optional(),
    /** Only places that cost this much at most. */
    priceMax: Money.optional(),
    /** How many of them are for wheelchairs; the others are beside those. They are never given unasked. */
    wheelchairs: z.int().min(0).max(PLACES_PER_CLAIM_MAX).optional(),
  })
  .refine(({ quantity, wheelchairs = 0 }) => wheelchairs <= quantity, {
    path: ["wheelchairs"],
    message: "At most as many as places.",
  })
export type BestPlaces = z.infer<typeof BestPlaces>

/**
 * Named places, or the best n. All of them or none. The hold replaces an earlier one of the person: where it keeps any
 * place of that, it ends when that would have ended, and can be extended only where that could.
 */
export const ClaimPlaces = z.union([BestPlaces, NamedPlaces])
export type ClaimPlaces = z.infer<typeof ClaimPlaces>

export const Hold = z.object({
  holdId: HoldId,
  performanceId: PerformanceId,
  places: z.array(Place),
  expiresAt: Instant,
  /** The rest of the hold when the answer is written, for devices whose clock is wrong. */
  remainingMs: z.int(),
  total: Money,
  currency: Currency,
  /** Whether more time can still be had, once: see ExtendHold. */
  extendable: z.boolean(),
})
export type Hold = z.infer<typeof Hold>

export const ReleaseHold = z.object({ performanceId: PerformanceId, holdId: HoldId })
export type ReleaseHold = z.infer<typeof ReleaseHold>

/** Begins the time of a hold anew, once for each hold: not everybody is as quick (WCAG 2.2, 2.2.1). */
export const ExtendHold = z.object({ performanceId: PerformanceId, holdId: HoldId })
export type ExtendHold = z.infer<typeof ExtendHold>
