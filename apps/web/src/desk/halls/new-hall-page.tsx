import { ADDRESS_CHARS_MAX, VENUE_NAME_CHARS_MAX } from "@podo/contract/limits"
import { useLanguage } from "../../app/language/language.ts"
import { DeskForm } from "../desk-form.tsx"
import { SelectField, TextField } from "../desk-fields.tsx"
import { DeskHead, DeskSection } from "../desk-section.tsx"
import { venuesOf } from "../event/edit-details.tsx"
import { HallFileField } from "./hall-file-field.tsx"
import { HallFileHelp } from "./hall-file-help.tsx"
import { HallReport } from "./hall-report.tsx"
import { useHalls } from "./halls-query.ts"
import { NEW_VENUE, type NewHallTyping } from "./new-hall.ts"
import { useNewHall } from "./use-new-hall.ts"

export function NewHallPage() {
  const { words } = useLanguage()
  const { form, typing, change, file, choose, checking } = useNewHall()
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6">
      <DeskHead
        back={words.deskHalls.back}
        backHref="/desk/halls"
        title={words.deskHalls.import}
        lead={words.deskHalls.lead}
      />
      <DeskForm
        form={form}
        label={words.deskHalls.import}
        submit={words.deskHalls.submit}
        busy={words.deskHalls.importing}
      >
        <DeskSection title={words.deskHalls.file}>
          <HallFileField file={file} onFile={choose} />
          <HallReport file={file} checking={checking} />
          {checking.data === undefined ? <HallFileHelp /> : null}
        </DeskSection>
        <DeskSection title={words.deskForm.hall}>
          <NameFields typing={typing} onChange={change} />
        </DeskSection>
        <DeskSection title={words.deskHalls.venue}>
          <VenueFields typing={typing} onChange={change} />
        </DeskSection>
      </DeskForm>
    </div>
  )
}

type FieldsProps = {
  typing: NewHallTyping
  onChange: (change: Partial<NewHallTyping>) => void
}

function NameFields({ typing, onChange }: FieldsProps) {
  const { words } = useLanguage()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={words.deskHalls.name}
        value={typing.name}
        onValue={(name) => onChange({ name })}
        maxLength={VENUE_NAME_CHARS_MAX}
      />
      <TextField
        name="englishName"
        label={words.deskHalls.englishName}
        isOptional
        lang="en"
        value={typing.englishName}
        onValue={(englishName) => onChange({ englishName })}
        maxLength={VENUE_NAME_CHARS_MAX}
      />
    </div>
  )
}

/** One that is there, or a new one. */
function VenueFields({ typing, onChange }: FieldsProps) {
  const { words, named } = useLanguage()
  const venues = venuesOf(useHalls())
  return (
    <>
      <SelectField
        name="venue.venueId"
        label={words.deskHalls.venue}
        value={typing.venueId}
        onValue={(venueId) => onChange({ venueId })}
      >
        <option value="" disabled>
          {words.deskHalls.chooseVenue}
        </option>
        <option value={NEW_VENUE}>{words.deskHalls.newVenue}</option>
        {venues.map((venue) => (
          <option key={venue.venueId} value={venue.venueId}>
            {named(venue.name, venue.englishName)}
          </option>
        ))}
      </SelectField>
      {typing.venueId === NEW_VENUE ? <NewVenue typing={typing} onChange={onChange} /> : null}
    </>
  )
}

function NewVenue({ typing, onChange }: FieldsProps) {
  const { words } = useLanguage()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="venue.name"
        label={words.deskHalls.venueName}
        value={typing.venueName}
        onValue={(venueName) => onChange({ venueName })}
        maxLength={VENUE_NAME_CHARS_MAX}
      />
      <TextField
        name="venue.englishName"
        label={words.deskHalls.venueEnglishName}
        isOptional
        lang="en"
        value={typing.venueEnglishName}
        onValue={(venueEnglishName) => onChange({ venueEnglishName })}
        maxLength={VENUE_NAME_CHARS_MAX}
      />
      <TextField
        name="venue.address"
        label={words.deskHalls.address}
        value={typing.address}
        onValue={(address) => onChange({ address })}
        maxLength={ADDRESS_CHARS_MAX}
        className="sm:col-span-2"
      />
    </div>
  )
}
