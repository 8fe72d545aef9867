import type { AuditFacts, DeskEvent, History } from "@podo/contract/desk"
import { CATEGORIES } from "../../app/language/categories.ts"
import { type Speaking, useLanguage } from "../../app/language/language.ts"

type Entry = History["entries"][number]
type Fact = AuditFacts[string]

export type Change = {
  field: string
  name: string
  /** Undefined where there is no such side: a thing that was made has no before. */
  before: string | undefined
  after: string | undefined
}

export function useAuditWords(event: DeskEvent, entry: Entry): Change[] {
  const speaking = useLanguage()
  return auditWords(speaking, event, entry)
}

/** A change in words: each field by its name, each value as people read it. */
export function auditWords(
  speaking: Speaking,
  event: DeskEvent,
  { action, before, after }: Pick<Entry, "action" | "before" | "after">,
): Change[] {
  const roomFields = roomFieldsOf(speaking)
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields
    .filter((field) => !NOT_FOR_READING.has(field))
    .map((field) => ({
      field,
      name: ROOM_ACTIONS.has(action)
        ? (roomFields[field] ?? field)
        : nameOf(speaking, event, field),
      before: sideOf(before, field),
      after: sideOf(after, field),
    }))

  function sideOf(facts: AuditFacts | null, field: string) {
    const fact = facts?.[field]
    return fact === undefined ? undefined : valueOf(speaking, event, { field, fact })
  }
}

/** The capacity of a room is people, not places. */
const ROOM_ACTIONS = new Set<Entry["action"]>(["room-set", "room-steered"])

/** Ids and digests tell nobody anything. */
const NOT_FOR_READING = new Set(["hallId", "digest", "userId"])

const roomFieldsOf = ({ words }: Speaking): Record<string, string | undefined> =>
  words.deskRoom.auditFields

function nameOf(speaking: Speaking, event: DeskEvent, field: string): string {
  const { words, named } = speaking
  const fields = words.deskHistory.fields
  const [, areaId, what] = /^areas\.(.+)\.(\w+)$/.exec(field) ?? []
  if (areaId === undefined || what === undefined) {
    return fields[field] ?? roomFieldsOf(speaking)[field] ?? field
  }
  const area = event.performances.flatMap(({ areas }) => areas).find((each) => each.area === areaId)
  return `${area === undefined ? areaId : named(area.name, area.englishName)} · ${fields[what] ?? what}`
}

type Told = { field: string; fact: Fact }

function valueOf(speaking: Speaking, event: DeskEvent, { field, fact }: Told): string {
  const { words, formats } = speaking
  if (fact === null || fact === "") return words.deskHistory.nothing
  if (typeof fact === "boolean") return fact ? words.deskHistory.yes : words.deskHistory.no
  if (Array.isArray(fact)) return words.deskHistory.places(formats.number(fact.length))
  if (typeof fact === "number") {
    return /price$/i.test(field) ? formats.money(fact, event.currency) : formats.number(fact)
  }
  if (/^\d{4}-\d\d-\d\dT/.test(fact)) return formats.dayAndClock(fact, event.timeZone)
  if (field === "whenSoldOut" && (fact === "close" || fact === "keep")) {
    return words.deskRoom.auditValues[fact]
  }
  const category = CATEGORIES.find((each) => field === "category" && each === fact)
  if (category !== undefined) return words.home.categories[category]
  return field === "venueId" ? venueName(speaking, event, fact) : fact
}

/** Of other venues only the id is known here. */
function venueName({ named }: Speaking, event: DeskEvent, venueId: string): string {
  return venueId === event.venueId ? named(event.venueName, event.venueEnglishName) : "…"
}
