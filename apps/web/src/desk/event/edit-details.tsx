import { type DeskEvent, EditEvent } from "@podo/contract/desk"
import type { Hall } from "@podo/contract/hall"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { SelectField } from "../desk-fields.tsx"
import { DeskForm } from "../desk-form.tsx"
import { useHalls } from "../halls/halls-query.ts"
import { judgeTyped } from "../judge-typed.ts"
import { useDeskForm } from "../use-desk-form.ts"
import { askDeskEventAgain, keepDeskEvent } from "./desk-event-query.ts"
import { type FactsTyping, readFacts } from "./facts.ts"
import { FactsFields, TimeZoneField } from "./facts-fields.tsx"

type EditDetailsProps = { event: DeskEvent; onLeave: () => void }

type Details = FactsTyping & { venueId: string; etag: string }

const typingOf = (event: Omit<EditEvent, "eventId">): Details => ({
  title: event.title,
  englishTitle: event.englishTitle ?? "",
  category: event.category,
  description: event.description,
  englishDescription: event.englishDescription ?? "",
  timeZone: event.timeZone,
  venueId: event.venueId,
  etag: event.etag,
})

export function EditDetails({ event, onLeave }: EditDetailsProps) {
  const { words } = useLanguage()
  const form = useDeskForm({
    values: typingOf(event),
    judge: (typed) => {
      const { facts, unread } = readFacts(typed)
      const { venueId, etag } = typed
      return judgeTyped(EditEvent, { eventId: event.eventId, ...facts, venueId, etag }, unread)
    },
    valuesOf: ({ now, etag }) => {
      void askDeskEventAgain(event.eventId)
      return typingOf({ ...event, ...(now as Partial<EditEvent>), etag })
    },
    send: (details) => api.desk.editEvent.mutate(details),
    onDone: async (edited) => {
      tell(words.deskEvent.saved)
      onLeave()
      await keepDeskEvent(edited)
    },
  })
  return (
    <DeskForm
      form={form}
      label={words.deskEvent.details}
      submit={words.deskEvent.save}
      busy={words.deskEvent.saving}
      beside={
        <Button look="outline" size="large" onClick={onLeave}>
          {words.deskEvent.leave}
        </Button>
      }
    >
      <FactsFields />
      <VenueField event={event} />
      <TimeZoneField
        isFixed={event.publishedAt !== null}
        hint={
          event.publishedAt === null
            ? words.deskForm.timeZoneUse
            : words.desk.problems["fixed-since-published"]
        }
      />
    </DeskForm>
  )
}

/** It stays as it is once there are performances. */
function VenueField({ event }: { event: DeskEvent }) {
  const { words, named } = useLanguage()
  const venues = venuesOf(useHalls())
  const isKept = event.performances.length > 0 || event.publishedAt !== null
  if (isKept) return <p className="text-sm text-muted">{words.deskForm.venueKept}</p>
  return (
    <SelectField name="venueId" label={words.deskForm.where}>
      {venues.some((venue) => venue.venueId === event.venueId) ? null : (
        <option value={event.venueId}>{named(event.venueName, event.venueEnglishName)}</option>
      )}
      {venues.map((venue) => (
        <option key={venue.venueId} value={venue.venueId}>
          {named(venue.name, venue.englishName)}
        </option>
      ))}
    </SelectField>
  )
}

/** Each once, in the order of the halls: one's own first. */
export function venuesOf(halls: Hall[]): Hall["venue"][] {
  return [...new Map(halls.map(({ venue }) => [venue.venueId, venue])).values()]
}
