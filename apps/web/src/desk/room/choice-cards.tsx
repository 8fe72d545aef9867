import { useId } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useWrong } from "../use-desk-form.ts"

type Choice<Value extends string> = { value: Value; title: string; hint: string }

type ChoiceCardsProps<Value extends string> = {
  /** The path of the value in the form. */
  name: string
  label: string
  choices: readonly Choice<Value>[]
  value: Value
  onValue: (value: Value) => void
  isFixed?: boolean
  /** A heading right above says it already. */
  isTitled?: boolean
}

/** A few choices, each with the sentence that explains it. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { name, label, choices, value, onValue, isFixed = false, isTitled = false } = props
  const { words } = useLanguage()
  const id = useId()
  const wrong = useWrong(name)
  return (
    <fieldset
      aria-describedby={wrong === undefined ? undefined : `${id}-problem`}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className={isTitled ? "sr-only" : "mb-1.5 text-sm font-semibold"}>{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex cursor-pointer items-start gap-3 rounded-2xl bg-raised px-4 py-3 ring-1 ring-line-strong ring-inset has-checked:bg-wash has-checked:ring-2 has-checked:ring-grape-ink has-disabled:cursor-default has-disabled:bg-sunken has-disabled:ring-line"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={isFixed}
              aria-describedby={`${id}-${choice.value}`}
              data-invalid={wrong !== undefined}
              aria-labelledby={`${id}-${choice.value}-name`}
              onChange={() => onValue(choice.value)}
              className="mt-0.5 size-5 shrink-0 accent-grape"
            />
            <span className="flex min-w-0 flex-col gap-0.5">
              <span id={`${id}-${choice.value}-name`} className="font-semibold">
                {choice.title}
              </span>
              <span id={`${id}-${choice.value}`} className="text-sm text-muted">
                {choice.hint}
              </span>
            </span>
          </label>
        ))}
      </div>
      {wrong === undefined ? null : (
        <p id={`${id}-problem`} className="text-xs font-medium text-ember">
          {words.desk.problems[wrong.problem]}
        </p>
      )}
    </fieldset>
  )
}
