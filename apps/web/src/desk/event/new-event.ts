import type { CreateEvent } from "@podo/contract/desk"
import type { Hall } from "@podo/contract/hall"
import { uuidv7 } from "../../app/api/uuidv7.ts"
import { type DatesTyping, freshDates } from "../dates/dates-typing.ts"
import { readDates } from "../dates/read-dates.ts"
import type { Read } from "../desk-form.tsx"
import type { Wrong } from "../field-problems.ts"
import { factsOf, type FactsTyping, FRESH_FACTS, SEOUL, wrongFacts } from "./facts.ts"
import { posterOf, type PosterTyping } from "./poster-typing.ts"

/** `later`: a draft may be without dates. */
export const WHENS = ["performances", "days", "later"] as const

export type NewEventTyping = {
  /** Minted once a form: sent again after a lost answer, it is the same event. */
  eventId: string
  facts: FactsTyping
  hallId: string
  when: (typeof WHENS)[number]
  dates: DatesTyping
}

export const CURRENCY = "KRW"

export function freshNewEvent(): NewEventTyping {
  return {
    eventId: uuidv7(),
    facts: FRESH_FACTS,
    hallId: "",
    when: "performances",
    dates: freshDates(SEOUL),
  }
}

/** A festival is sold by its days, as a rule; whoever has begun to type dates is not led elsewhere. */
export function whenFor(
  category: FactsTyping["category"] | undefined,
  { when, dates }: NewEventTyping,
): Partial<NewEventTyping> {
  const isBegun = dates.rows.some(({ startsAt }) => startsAt !== "")
  return category === "festival" && when === "performances" && !isBegun ? { when: "days" } : {}
}

type Ids = "eventId" | "venueId"
export type NewEvent = Omit<CreateEvent, Ids> & Record<Ids, string>

type Typed = { typing: NewEventTyping; poster: PosterTyping; hall: Hall | null }

export function readNewEvent({ typing, poster, hall }: Typed): Read<NewEvent> {
  const wrongs: Wrong[] = wrongFacts(typing.facts)
  if (poster.kind === "upload" && poster.picture === null) {
    wrongs.push({ path: "poster", problem: "missing" })
  }
  const common = {
    eventId: typing.eventId,
    ...factsOf(typing.facts),
    venueId: hall?.venue.venueId ?? "",
    poster: posterOf(poster),
  }
  if (typing.when === "later") {
    if (hall === null) wrongs.push({ path: "dates.hallId", problem: "missing" })
    return wrongs.length > 0 ? { wrongs } : { sent: common }
  }
  const { timeZone } = typing.facts
  const read = readDates({
    typing: typing.dates,
    kind: typing.when,
    hall,
    timeZone,
    currency: CURRENCY,
  })
  wrongs.push(...read.wrongs)
  return wrongs.length > 0 ? { wrongs } : { sent: { ...common, dates: read.dates } }
}
