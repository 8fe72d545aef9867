import { DESCRIPTION_CHARS_MAX, TITLE_CHARS_MAX } from "@podo/contract/limits"
import { useId } from "react"
import { CATEGORIES } from "../../app/language/categories.ts"
import { useLanguage } from "../../app/language/language.ts"
import { SelectField, TextField } from "../desk-fields.tsx"
import type { FactsTyping } from "./facts.ts"

type FactsFieldsProps = {
  facts: FactsTyping
  onChange: (change: Partial<FactsTyping>) => void
}

/** The facts of the event, for readers of both languages. */
export function FactsFields(props: FactsFieldsProps) {
  return (
    // As wide as where it stands, not as the screen: it is a page's form, and one beside a table.
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-2">
        <NameFields {...props} />
        <DescriptionFields {...props} />
      </div>
    </div>
  )
}

function NameFields({ facts, onChange }: FactsFieldsProps) {
  const { words } = useLanguage()
  return (
    <>
      <TextField
        name="title"
        label={words.deskForm.title}
        value={facts.title}
        onValue={(title) => onChange({ title })}
        maxLength={TITLE_CHARS_MAX}
      />
      <TextField
        name="englishTitle"
        label={words.deskForm.englishTitle}
        isOptional
        lang="en"
        value={facts.englishTitle}
        onValue={(englishTitle) => onChange({ englishTitle })}
        maxLength={TITLE_CHARS_MAX}
      />
      <SelectField
        name="category"
        label={words.deskForm.category}
        value={facts.category}
        onValue={(value) => {
          const category = CATEGORIES.find((each) => each === value)
          if (category) onChange({ category })
        }}
      >
        <option value="" disabled>
          {words.deskForm.chooseCategory}
        </option>
        {CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {words.home.categories[category]}
          </option>
        ))}
      </SelectField>
    </>
  )
}

function DescriptionFields({ facts, onChange }: FactsFieldsProps) {
  const { words } = useLanguage()
  return (
    <>
      <TextField
        name="description"
        label={words.deskForm.description}
        rows={5}
        value={facts.description}
        onValue={(description) => onChange({ description })}
        maxLength={DESCRIPTION_CHARS_MAX}
        className="@lg:col-span-2"
      />
      <TextField
        name="englishDescription"
        label={words.deskForm.englishDescription}
        hint={words.deskForm.englishHint}
        isOptional
        lang="en"
        rows={3}
        value={facts.englishDescription}
        onValue={(englishDescription) => onChange({ englishDescription })}
        maxLength={DESCRIPTION_CHARS_MAX}
        className="@lg:col-span-2"
      />
    </>
  )
}

type TimeZoneFieldProps = FactsFieldsProps & { hint: string; isFixed?: boolean }

/** Any zone that the browser knows; the list narrows as one types. */
export function TimeZoneField({ facts, onChange, hint, isFixed = false }: TimeZoneFieldProps) {
  const { words } = useLanguage()
  const listId = useId()
  return (
    <>
      <TextField
        name="timeZone"
        label={words.deskForm.timeZone}
        hint={hint}
        isFixed={isFixed}
        value={facts.timeZone}
        onValue={(timeZone) => onChange({ timeZone })}
        maxLength={64}
        list={listId}
        className="sm:max-w-72"
      />
      <datalist id={listId}>
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </>
  )
}
