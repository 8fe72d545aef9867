import type { Hall } from "@podo/contract/hall"
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
  const { form, typing, poster, hall, halls, change, startOver } = useNewEvent()
  const { facts } = typing
  const changeFacts = (changed: Partial<typeof facts>) =>
    change({ facts: { ...facts, ...changed }, ...whenFor(changed.category, typing) })
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
        <DeskSection title={words.deskForm.what}>
          <FactsFields facts={facts} onChange={changeFacts} />
        </DeskSection>
        <DeskSection title={words.deskForm.where}>
          <HallField
            name="dates.hallId"
            halls={halls}
            hallId={typing.hallId}
            onHall={({ hallId }) => change({ hallId })}
          />
        </DeskSection>
        <DeskSection title={words.deskForm.poster}>
          <PosterFields poster={poster.typing} onChange={poster.change} onWrong={poster.wrong} />
        </DeskSection>
        <WhenSection typing={typing} hall={hall} onChange={change} />
      </DeskForm>
    </div>
  )
}

type WhenSectionProps = {
  typing: NewEventTyping
  hall: Hall | null
  onChange: (change: Partial<NewEventTyping>) => void
}

function WhenSection({ typing, hall, onChange }: WhenSectionProps) {
  const { words } = useLanguage()
  const { facts, when, dates } = typing
  return (
    <DeskSection title={words.deskForm.when} hint={words.deskForm.kindHints[when]}>
      <PickOne
        label={words.deskForm.kind}
        choices={WHENS}
        words={words.deskForm.kinds}
        value={when}
        onValue={(chosen) => onChange({ when: chosen })}
      />
      <TimeZoneField
        facts={facts}
        hint={words.deskForm.timeZoneHint}
        onChange={(changed) => onChange({ facts: { ...facts, ...changed } })}
      />
      {when === "later" ? null : (
        <DatesFields
          typing={dates}
          kind={when}
          hall={hall}
          timeZone={facts.timeZone}
          currency={CURRENCY}
          onChange={(changed) => onChange({ dates: { ...dates, ...changed } })}
        />
      )}
    </DeskSection>
  )
}
