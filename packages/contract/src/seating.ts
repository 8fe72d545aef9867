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

const AnyPlaces = z.object({
  performanceId: PerformanceId,
  area: Area,
  quantity: z.int().min(1).max(PLACES_PER_CLAIM_MAX),
})

/** Named places, or any n of an area. All of them or none. */
export const ClaimPlaces = z.union([AnyPlaces, NamedPlaces])
export type ClaimPlaces = z.infer<typeof ClaimPlaces>

export const Hold = z.object({
  holdId: HoldId,
  performanceId: PerformanceId,
  places: z.array(Place),
  expiresAt: Instant,
  /** What is left of the hold when the answer is written, for devices whose clock is wrong. */
  remainingMs: z.int(),
  total: Money,
  currency: Currency,
})
export type Hold = z.infer<typeof Hold>

export const ReleaseHold = z.object({ performanceId: PerformanceId, holdId: HoldId })
export type ReleaseHold = z.infer<typeof ReleaseHold>
