import { type ReactNode, useId } from "react"
import { isLocalDay } from "../app/calendar/local-day.ts"
import { useLanguage } from "../app/language/language.ts"
import { useWrong } from "./use-desk-form.ts"

/** Large enough for a thumb, and for a phone not to zoom in. */
export const INPUT =
  "min-h-11 w-full min-w-0 rounded-xl bg-raised px-3.5 text-base ring-1 ring-line-strong ring-inset placeholder:text-muted aria-invalid:ring-2 aria-invalid:ring-ember [&[readonly]]:bg-sunken [&[readonly]]:text-muted"

type Aria = {
  id: string
  name: string
  "aria-describedby": string | undefined
  "aria-invalid": boolean
  "aria-required": boolean
}

type LabelledProps = {
  /** The path of the value in the form. */
  name: string
  label: string
  hint?: ReactNode
  isOptional?: boolean
  className?: string
  children: (aria: Aria) => ReactNode
}

/** A field with its name above it, and below it what is wrong with it, or else what helps. */
export function Labelled({ name, label, hint, className, children, ...rest }: LabelledProps) {
  const { words, formats } = useLanguage()
  const isOptional = rest.isOptional === true
  const id = useId()
  const wrong = useWrong(name)
  const hintId = hint === undefined || hint === null ? undefined : `${id}-hint`
  const problemId = wrong === undefined ? undefined : `${id}-problem`
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className ?? ""}`}>
      <div className="flex items-baseline gap-1.5 text-sm">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {/* Beside the label, not in it: it is no part of the field's name. */}
        {isOptional ? (
          <span aria-hidden="true" className="text-muted">
            {words.deskForm.optional}
          </span>
        ) : null}
      </div>
      {children({
        id,
        name,
        "aria-describedby": [problemId, hintId].filter(Boolean).join(" ") || undefined,
        "aria-invalid": wrong !== undefined,
        "aria-required": !isOptional,
      })}
      {wrong === undefined ? null : (
        <p id={problemId} className="text-xs font-medium text-ember">
          {wrong.detail !== undefined && isLocalDay(wrong.detail) ? (
            <b>{formats.dayOf(wrong.detail)}: </b>
          ) : null}
          {words.desk.problems[wrong.problem]}
          {wrong.problem === "edited-meanwhile" ? <b> {wrong.detail}</b> : null}
        </p>
      )}
      {hintId === undefined ? null : (
        <div id={hintId} className="text-xs text-muted">
          {hint}
        </div>
      )}
    </div>
  )
}
