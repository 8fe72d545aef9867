import { DESCRIPTION_CHARS_MAX, TITLE_CHARS_MAX } from "@podo/contract/limits"
import { useId } from "react"
import { CATEGORIES } from "../../app/language/categories.ts"
import { useLanguage } from "../../app/language/language.ts"
import { SelectField, TextField } from "../desk-fields.tsx"
import type { FactsTyping } from "./facts.ts"

/** The facts of the event, for readers of both languages. */
export function FactsFields({ onCategory }: { onCategory?: (category: string) => void }) {
  return (
    // As wide as where it stands, not as the screen: it is a page's form, and one beside a table.
    <div className="@container">
      <div className="grid gap-4 @lg:grid-cols-2">
        <NameFields onCategory={onCategory} />
        <DescriptionFields />
      </div>
    </div>
  )
}

function NameFields({ onCategory }: { onCategory: ((category: string) => void) | undefined }) {
  const { words } = useLanguage()
  return (
    <>
      <TextField<FactsTyping>
        name="title"
        label={words.deskForm.title}
        maxLength={TITLE_CHARS_MAX}
      />
      <TextField<FactsTyping>
        name="englishTitle"
        label={words.deskForm.englishTitle}
        isOptional
        lang="en"
        maxLength={TITLE_CHARS_MAX}
      />
      <SelectField<FactsTyping>
        name="category"
        label={words.deskForm.category}
        {...(onCategory && { onChoice: onCategory })}
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

function DescriptionFields() {
  const { words } = useLanguage()
  return (
    <>
      <TextField<FactsTyping>
        name="description"
        label={words.deskForm.description}
        rows={5}
        maxLength={DESCRIPTION_CHARS_MAX}
        className="@lg:col-span-2"
      />
      <TextField<FactsTyping>
        name="englishDescription"
        label={words.deskForm.englishDescription}
        hint={words.deskForm.englishHint}
        isOptional
        lang="en"
        rows={3}
        maxLength={DESCRIPTION_CHARS_MAX}
        className="@lg:col-span-2"
      />
    </>
  )
}

type TimeZoneFieldProps = { hint: string; isFixed?: boolean }

/** Any zone that the browser knows; the list narrows as one types. */
export function TimeZoneField({ hint, isFixed = false }: TimeZoneFieldProps) {
  const { words } = useLanguage()
  const listId = useId()
  return (
    <>
      <TextField<FactsTyping>
        name="timeZone"
        label={words.deskForm.timeZone}
        hint={hint}
        isFixed={isFixed}
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
