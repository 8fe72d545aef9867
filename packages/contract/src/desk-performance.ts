import { z } from "zod"
import { AreaKind, SaleState } from "./catalog.ts"
import { DESK_PROBLEMS, type DeskProblem } from "./desk-problems.ts"
import { Area, ETag, HallId, Instant, Money, PerformanceId } from "./ids.ts"
import {
  AREAS_PER_HALL_MAX,
  DAYS_PER_RUN_MAX,
  HOLD_MINUTES_MAX,
  LIMIT_PER_USER_MAX,
  PERFORMANCE_HOURS_MAX,
  PLACES_PER_PERFORMANCE_MAX,
  PRICE_MAX,
} from "./limits.ts"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const [EARLIEST, LATEST] = ["2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z"].map(Date.parse) as [
  number,
  number,
]

const Moment = Instant.refine((at) => Date.parse(at) >= EARLIEST && Date.parse(at) < LATEST, {
  message: DESK_PROBLEMS["out-of-range"],
})

const termsOfSale = {
  /** How long a person may think about the places that they hold. */
  holdMinutes: z.int().min(1).max(HOLD_MINUTES_MAX).default(5),
  limitPerUser: z.int().min(1).max(LIMIT_PER_USER_MAX),
}

const times = {
  startsAt: Moment,
  endsAt: Moment,
  saleOpensAt: Moment,
  saleClosesAt: Moment,
  /** Until then a person may cancel what they booked. */
  cancelUntil: Moment,
}

type Times = Record<keyof typeof times, Instant>

function checkTimes(performance: Times, context: z.RefinementCtx<Times>) {
  const at = (name: keyof Times) => Date.parse(performance[name])
  const wrong = (path: keyof Times, problem: DeskProblem) =>
    context.addIssue({
      code: "custom",
      path: [path],
      message: DESK_PROBLEMS[problem],
      input: performance[path],
    })
  if (at("endsAt") <= at("startsAt")) return wrong("endsAt", "ends-before-start")
  if (at("endsAt") - at("startsAt") > PERFORMANCE_HOURS_MAX * HOUR_MS) wrong("endsAt", "too-long")
  if (at("saleClosesAt") <= at("saleOpensAt")) wrong("saleClosesAt", "sale-closes-before-opening")
  if (at("saleClosesAt") > at("endsAt")) wrong("saleClosesAt", "sale-closes-after-end")
  if (at("cancelUntil") > at("startsAt")) wrong("cancelUntil", "cancel-after-start")
}

/** One performance: when it is, when and how it is sold. */
export const Terms = z.object({ ...times, ...termsOfSale }).superRefine(checkTimes)
export type Terms = z.infer<typeof Terms>

/** The price of an area. In a hall without seats its number of places can be chosen as well. */
export const AreaTerms = z.object({
  area: Area,
  price: Money.max(PRICE_MAX),
  capacity: z.int().min(1).max(PLACES_PER_PERFORMANCE_MAX).optional(),
})
export type AreaTerms = z.infer<typeof AreaTerms>

const areasOnce = (areas: AreaTerms[]) =>
  new Set(areas.map(({ area }) => area)).size === areas.length

const AreasOnSale = z
  .array(AreaTerms)
  .min(1)
  .max(AREAS_PER_HALL_MAX)
  .refine(areasOnce, { message: DESK_PROBLEMS["named-twice"] })

/** "19:30" on the clocks of the event's time zone. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Every day from the first to the last, in the event's time zone: one performance each. */
export const Run = z
  .object({
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    startsAt: ClockTime,
    /** Not after `startsAt` means on the next day. */
    endsAt: ClockTime,
    saleOpensAt: Moment,
    /** The sale of each day closes so long before it ends, in minutes. */
    saleClosesMinutesBeforeEnd: z
      .int()
      .min(0)
      .max(60 * 24 * 30),
    /** A booking can be cancelled until so long before its day starts, in minutes. */
    cancelMinutesBeforeStart: z
      .int()
      .min(0)
      .max(60 * 24 * 30),
    ...termsOfSale,
  })
  .superRefine(({ firstDay, lastDay }, context) => {
    const days = (Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS + 1
    const wrong = (message: string) =>
      context.addIssue({ code: "custom", path: ["lastDay"], message, input: lastDay })
    if (days < 1) wrong(DESK_PROBLEMS["run-ends-before-start"])
    if (days > DAYS_PER_RUN_MAX) wrong(DESK_PROBLEMS["run-too-long"])
  })
export type Run = z.infer<typeof Run>

const whereAndWhat = { hallId: HallId, areas: AreasOnSale }

/** Performances in one hall at the same prices: named one by one, or a festival's run of days. */
export const Dates = z.union([
  z.object({ ...whereAndWhat, run: Run }),
  z.object({ ...whereAndWhat, performances: z.array(Terms).min(1).max(DAYS_PER_RUN_MAX) }),
])
export type Dates = z.infer<typeof Dates>

/**
 * All terms at once. A term that is fixed since the sale has opened must be sent as it is; from then on the deadline
 * for cancelling can only become later, for people have booked by it.
 */
export const EditPerformance = z
  .object({
    performanceId: PerformanceId,
    etag: ETag,
    areas: AreasOnSale,
    ...times,
    ...termsOfSale,
  })
  .superRefine(checkTimes)
export type EditPerformance = z.infer<typeof EditPerformance>

export const DeskArea = z.object({
  area: Area,
  name: z.string(),
  englishName: z.string().nullable(),
  kind: AreaKind,
  price: Money,
  capacity: z.int(),
})
export type DeskArea = z.infer<typeof DeskArea>

export const DeskPerformance = z.object({
  performanceId: PerformanceId,
  hallId: HallId,
  hallName: z.string(),
  hallEnglishName: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  saleOpensAt: Instant,
  saleClosesAt: Instant,
  cancelUntil: Instant,
  holdMinutes: z.int(),
  limitPerUser: z.int(),
  /** Null unless the performance does not take place. */
  cancelledAt: Instant.nullable(),
  saleState: SaleState,
  /** People wait in a line before they choose. */
  waitingRoom: z.boolean(),
  capacity: z.int(),
  /** Places in confirmed bookings. */
  booked: z.int(),
  /** Places that the house keeps. */
  withheld: z.int(),
  areas: z.array(DeskArea),
  /** Of what EditPerformance changes. */
  etag: ETag,
})
export type DeskPerformance = z.infer<typeof DeskPerformance>
