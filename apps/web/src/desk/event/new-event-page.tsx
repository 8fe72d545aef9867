import type { Hall } from "@podo/contract/hall"
import { useController, useFormContext, useWatch } from "react-hook-form"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { DatesFields } from "../dates/dates-fields.tsx"
import { DeskForm } from "../desk-form.tsx"
import { DeskHead, DeskSection } from "../desk-section.tsx"
import { HallField } from "../halls/hall-field.tsx"
import { PickOne } from "../pick-one.tsx"
import { FactsFields, TimeZoneField } from "./facts-fields.tsx"
import { CURRENCY, type NewEventTyping, whenFor, WHENS } from "./new-event.ts"
import { PosterFields } from "./poster-fields.tsx"
import { useNewEvent } from "./use-new-event.ts"

export function NewEventPage() {
  const { words } = useLanguage()
  const { form, halls, startOver } = useNewEvent()
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <DeskHead
        back={words.desk.back}
        backHref="/desk"
        title={words.deskForm.newTitle}
        lead={words.deskForm.newLead}
      />
      <DeskForm
        form={form}
        label={words.deskForm.newTitle}
        submit={words.deskForm.create}
        busy={words.deskForm.creating}
        beside={
          <Button look="quiet" size="large" onClick={startOver}>
            {words.deskForm.startOver}
          </Button>
        }
      >
        <WhatSection />
        <DeskSection title={words.deskForm.where}>
          <HallField halls={halls} />
        </DeskSection>
        <DeskSection title={words.deskForm.poster}>
          <PosterFields />
        </DeskSection>
        <WhenSection halls={halls} />
      </DeskForm>
    </div>
  )
}

function WhatSection() {
  const { words } = useLanguage()
  const { getValues, setValue } = useFormContext<NewEventTyping>()
  return (
    <DeskSection title={words.deskForm.what}>
      <FactsFields onCategory={(category) => setValue("when", whenFor(category, getValues()))} />
    </DeskSection>
  )
}

function WhenSection({ halls }: { halls: Hall[] }) {
  const { words } = useLanguage()
  const { field } = useController<NewEventTyping, "when">({ name: "when" })
  const [timeZone, hallId] = useWatch<NewEventTyping, ["timeZone", "dates.hallId"]>({
    name: ["timeZone", "dates.hallId"],
  })
  const when = field.value
  const hall = halls.find((each) => each.hallId === hallId) ?? null
  return (
    <DeskSection title={words.deskForm.when} hint={words.deskForm.kindHints[when]}>
      <PickOne
        label={words.deskForm.kind}
        choices={WHENS}
        words={words.deskForm.kinds}
        value={when}
        onValue={field.onChange}
      />
      <TimeZoneField hint={words.deskForm.timeZoneHint} />
      {when === "later" ? null : (
        <DatesFields {...{ kind: when, hall, timeZone, currency: CURRENCY }} />
      )}
    </DeskSection>
  )
}
