import { ADDRESS_CHARS_MAX, VENUE_NAME_CHARS_MAX } from "@podo/contract/limits"
import { useWatch } from "react-hook-form"
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
  const { form, file, choose, checking } = useNewHall()
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
          <NameFields />
        </DeskSection>
        <DeskSection title={words.deskHalls.venue}>
          <VenueFields />
        </DeskSection>
      </DeskForm>
    </div>
  )
}

function NameFields() {
  const { words } = useLanguage()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField<NewHallTyping>
        name="name"
        label={words.deskHalls.name}
        maxLength={VENUE_NAME_CHARS_MAX}
      />
      <TextField<NewHallTyping>
        name="englishName"
        label={words.deskHalls.englishName}
        isOptional
        lang="en"
        maxLength={VENUE_NAME_CHARS_MAX}
      />
    </div>
  )
}

/** One that is there, or a new one. */
function VenueFields() {
  const { words, named } = useLanguage()
  const venues = venuesOf(useHalls())
  const venueId = useWatch<NewHallTyping, "venue.venueId">({ name: "venue.venueId" })
  return (
    <>
      <SelectField<NewHallTyping> name="venue.venueId" label={words.deskHalls.venue}>
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
      {venueId === NEW_VENUE ? <NewVenue /> : null}
    </>
  )
}

function NewVenue() {
  const { words } = useLanguage()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField<NewHallTyping>
        name="venue.name"
        label={words.deskHalls.venueName}
        maxLength={VENUE_NAME_CHARS_MAX}
      />
      <TextField<NewHallTyping>
        name="venue.englishName"
        label={words.deskHalls.venueEnglishName}
        isOptional
        lang="en"
        maxLength={VENUE_NAME_CHARS_MAX}
      />
      <TextField<NewHallTyping>
        name="venue.address"
        label={words.deskHalls.address}
        maxLength={ADDRESS_CHARS_MAX}
        className="sm:col-span-2"
      />
    </div>
  )
}
