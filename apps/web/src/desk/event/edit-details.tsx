import type { DeskEvent } from "@podo/contract/desk"
import type { Hall } from "@podo/contract/hall"
import { useState } from "react"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DeskForm, useDeskForm } from "../desk-form.tsx"
import { SelectField } from "../desk-fields.tsx"
import { useHalls } from "../halls/halls-query.ts"
import { keepDeskEvent } from "./desk-event-query.ts"
import { factsOf, type FactsTyping, wrongFacts } from "./facts.ts"
import { FactsFields, TimeZoneField } from "./facts-fields.tsx"

type EditDetailsProps = { event: DeskEvent; onLeave: () => void }

const typingOf = (event: DeskEvent): FactsTyping => ({
  title: event.title,
  englishTitle: event.englishTitle ?? "",
  category: event.category,
  description: event.description,
  englishDescription: event.englishDescription ?? "",
  timeZone: event.timeZone,
})

export function EditDetails({ event, onLeave }: EditDetailsProps) {
  const { words } = useLanguage()
  const [facts, setFacts] = useState(() => typingOf(event))
  const [venueId, setVenueId] = useState<string>(event.venueId)
  const form = useDeskForm({
    read: () => {
      const wrongs = wrongFacts(facts)
      if (wrongs.length > 0) return { wrongs }
      return { sent: { eventId: event.eventId, ...factsOf(facts), venueId } }
    },
    send: (details) => api.desk.editEvent.mutate(details),
    onDone: async (edited) => {
      tell(words.deskEvent.saved)
      onLeave()
      await keepDeskEvent(edited)
    },
  })
  const change = (changed: Partial<FactsTyping>) =>
    setFacts((before) => ({ ...before, ...changed }))
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
      <FactsFields facts={facts} onChange={change} />
      <VenueField event={event} venueId={venueId} onVenue={setVenueId} />
      <TimeZoneField
        facts={facts}
        onChange={change}
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

type VenueFieldProps = { event: DeskEvent; venueId: string; onVenue: (venueId: string) => void }

/** It stays as it is once there are performances. */
function VenueField({ event, venueId, onVenue }: VenueFieldProps) {
  const { words, named } = useLanguage()
  const venues = venuesOf(useHalls())
  const isKept = event.performances.length > 0 || event.publishedAt !== null
  if (isKept) return <p className="text-sm text-muted">{words.deskForm.venueKept}</p>
  return (
    <SelectField name="venueId" label={words.deskForm.where} value={venueId} onValue={onVenue}>
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
