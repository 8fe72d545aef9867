import { z } from "zod"
import { EVENTS_PER_PAGE, EVENTS_PER_PAGE_MAX, RANGE_DAYS_MAX, SEARCH_CHARS_MAX } from "./limits.ts"
import { RankedCursor } from "./cursor.ts"
import { Area, Currency, EventId, Instant, Money, PerformanceId } from "./ids.ts"

export const Category = z.enum(["musical", "concert", "festival", "play", "classical", "sports"])
export type Category = z.infer<typeof Category>

/** `hot`: most booked within the last 24 hours, and only what was booked then. `newest`: published last. */
export const EventSort = z.enum(["soonest", "newest", "most-booked", "hot"])
export type EventSort = z.infer<typeof EventSort>

/** `scheduled`: the sale opens later. `closed`: it is over, or the performance is. */
export const SaleState = z.enum(["scheduled", "open", "sold-out", "closed"])
export type SaleState = z.infer<typeof SaleState>

const DAY_MS = 86_400_000

const isRange = ({ from, to }: { from?: Instant | undefined; to?: Instant | undefined }) => {
  if (from === undefined || to === undefined) return true
  const lengthMs = Date.parse(to) - Date.parse(from)
  return lengthMs > 0 && lengthMs <= RANGE_DAYS_MAX * DAY_MS
}

export const ListEvents = z
  .object({
    sort: EventSort.default("soonest"),
    category: Category.optional(),
    /** Part of a title, a description or a venue's name, in any case; nothing in it is a wildcard. */
    search: z.string().trim().max(SEARCH_CHARS_MAX).optional(),
    /** Only events with a performance that ends after this moment … */
    from: Instant.optional(),
    /** … and begins before this one. */
    to: Instant.optional(),
    /** Only events with places left that can be booked now or later. A page may then be short, or even empty. */
    withPlaces: z.boolean().default(false),
    cursor: RankedCursor.optional(),
    limit: z.int().min(1).max(EVENTS_PER_PAGE_MAX).default(EVENTS_PER_PAGE),
  })
  .refine(isRange, {
    path: ["to"],
    message: `It must be after "from", by at most ${RANGE_DAYS_MAX} days.`,
  })
export type ListEvents = z.infer<typeof ListEvents>

export const EventCard = z.object({
  eventId: EventId,
  title: z.string(),
  englishTitle: z.string().nullable(),
  category: Category,
  posterUrl: z.string(),
  venueName: z.string(),
  venueEnglishName: z.string().nullable(),
  /** IANA name: the zone in which people read the event's times. */
  timeZone: z.string(),
  /** The first performance begins. */
  startsAt: Instant,
  /** The last performance ends. */
  endsAt: Instant,
  /** The cheapest area of any performance. */
  priceFrom: Money,
  currency: Currency,
  capacity: z.int(),
  remaining: z.int(),
  saleState: SaleState,
  /** When the next sale opens; null when none is scheduled. */
  saleOpensAt: Instant.nullable(),
  /** The signed-in person has a confirmed booking. */
  mine: z.boolean(),
})
export type EventCard = z.infer<typeof EventCard>

export const EventPage = z.object({
  events: z.array(EventCard),
  nextCursor: z.string().nullable(),
})
export type EventPage = z.infer<typeof EventPage>

export const AreaKind = z.enum(["seated", "standing"])
export type AreaKind = z.infer<typeof AreaKind>

export const AreaOnSale = z.object({
  area: Area,
  name: z.string(),
  englishName: z.string().nullable(),
  kind: AreaKind,
  price: Money,
  capacity: z.int(),
  remaining: z.int(),
})
export type AreaOnSale = z.infer<typeof AreaOnSale>

/** A waiting room that was turned off after people had come to it: when, and why. */
export const RoomOff = z.object({ at: Instant, reason: z.string() })
export type RoomOff = z.infer<typeof RoomOff>

export const PerformanceOnSale = z.object({
  performanceId: PerformanceId,
  startsAt: Instant,
  endsAt: Instant,
  saleOpensAt: Instant,
  saleClosesAt: Instant,
  cancelUntil: Instant,
  limitPerUser: z.int(),
  waitingRoom: z.boolean(),
  /** Null where the room is on, or nobody had come to it. */
  roomOff: RoomOff.nullable().default(null),
  saleState: SaleState,
  /** It does not take place: its sale is closed, and its bookings are cancelled. */
  cancelled: z.boolean(),
  capacity: z.int(),
  remaining: z.int(),
  mine: z.boolean(),
  areas: z.array(AreaOnSale),
})
export type PerformanceOnSale = z.infer<typeof PerformanceOnSale>

export const ReadEvent = z.object({ eventId: EventId })

export const EventDetail = z.object({
  eventId: EventId,
  /** The server's clock as it answers, for devices whose own is wrong: never from a cache. */
  now: Instant,
  title: z.string(),
  englishTitle: z.string().nullable(),
  description: z.string(),
  englishDescription: z.string().nullable(),
  category: Category,
  posterUrl: z.string(),
  venueName: z.string(),
  venueEnglishName: z.string().nullable(),
  venueAddress: z.string(),
  hallName: z.string(),
  hallEnglishName: z.string().nullable(),
  timeZone: z.string(),
  currency: Currency,
  startsAt: Instant,
  endsAt: Instant,
  performances: z.array(PerformanceOnSale),
})
export type EventDetail = z.infer<typeof EventDetail>
