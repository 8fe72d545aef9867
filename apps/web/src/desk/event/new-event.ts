import { CreateEvent } from "@podo/contract/desk"
import type { Hall } from "@podo/contract/hall"
import { uuidv7 } from "../../app/api/uuidv7.ts"
import { freshDates, type WithDates } from "../dates/dates-typing.ts"
import { datesFieldOf, readDates } from "../dates/read-dates.ts"
import { judgeTyped } from "../judge-typed.ts"
import { type FactsTyping, FRESH_FACTS, readFacts, SEOUL } from "./facts.ts"
import { posterFieldOf, readPoster, type WithPoster } from "./poster-typing.ts"

/** `later`: a draft may be without dates. */
export const WHENS = ["performances", "days", "later"] as const

export type NewEventTyping = FactsTyping &
  WithDates &
  WithPoster & {
    /** Minted once a form: sent again after a lost answer, it is the same event. */
    eventId: string
    when: (typeof WHENS)[number]
  }

export const CURRENCY = "KRW"

export const freshNewEvent = (): Omit<NewEventTyping, keyof WithPoster> => ({
  eventId: uuidv7(),
  ...FRESH_FACTS,
  when: "performances",
  dates: freshDates(SEOUL),
})

/** A festival is sold by its days, as a rule; whoever has begun to type dates is not led elsewhere. */
export function whenFor(category: string, { when, dates }: Pick<NewEventTyping, "when" | "dates">) {
  const isBegun = dates.performances.some(({ startsAt }) => startsAt !== "")
  return category === "festival" && when === "performances" && !isBegun ? "days" : when
}

export function judgeNewEvent(typed: NewEventTyping, hall: Hall | null) {
  const { eventId, when, timeZone } = typed
  const { facts, unread: unreadFacts } = readFacts(typed)
  const { poster, unread: unreadPoster } = readPoster(typed.poster)
  const unread = [...unreadFacts, ...unreadPoster]
  const event = { eventId, ...facts, venueId: hall?.venue.venueId ?? "", poster }
  if (when === "later") return judgeTyped(CreateEvent, event, unread)
  const form = { typed: typed.dates, kind: when, hall, timeZone, currency: CURRENCY }
  const read = readDates(form)
  return judgeTyped(CreateEvent, { ...event, dates: read.dates }, [...unread, ...read.unread])
}

/** The field that asks for what the contract knows by this path. */
export function newEventFieldOf(path: string, { dates }: NewEventTyping, hall: Hall | null) {
  // The venue is that of the hall.
  if (path === "venueId") return "dates.hallId"
  return datesFieldOf({ typed: dates, hall }, posterFieldOf(path))
}
