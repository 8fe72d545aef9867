import { ChevronDown } from "lucide-react"
import type { ReactNode } from "react"
import { type FieldPath, type FieldValues, useController } from "react-hook-form"
import { ownZone, readsAnotherClock } from "../app/language/formats.ts"
import { useLanguage } from "../app/language/language.ts"
import { INPUT, Labelled } from "./labelled.tsx"
import { amountOf, typedAmount } from "./money-typing.ts"
import { instantOf, isTwice } from "./zoned-time.ts"

type FieldProps<Values extends FieldValues> = {
  /** The path of the value in the form: `<TextField<Facts> name="title" />` knows those of Facts. */
  name: FieldPath<Values>
  label: string
  hint?: ReactNode
  isOptional?: boolean
  /** To be read, and not to be changed any more. */
  isFixed?: boolean
  className?: string
}

/** The text of a field, kept by the form around it. */
function useTyped(name: string) {
  const { field } = useController({ name })
  return {
    value: (field.value as string | undefined) ?? "",
    ref: field.ref,
    onBlur: field.onBlur,
    onText: (text: string) => field.onChange(text),
  }
}

type TextFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  maxLength: number
  /** More than one line. */
  rows?: number
  lang?: string
  list?: string
}

export function TextField<Values extends FieldValues>(props: TextFieldProps<Values>) {
  const { maxLength, rows, lang, list, ...rest } = props
  const { onText, ...typed } = useTyped(rest.name)
  return (
    <Labelled {...rest}>
      {(aria) =>
        rows === undefined ? (
          <input
            {...aria}
            {...typed}
            maxLength={maxLength}
            lang={lang}
            list={list}
            autoComplete="off"
            readOnly={rest.isFixed}
            onChange={({ target }) => onText(target.value)}
            className={INPUT}
          />
        ) : (
          <textarea
            {...aria}
            {...typed}
            maxLength={maxLength}
            rows={rows}
            lang={lang}
            onChange={({ target }) => onText(target.value)}
            className={`${INPUT} py-2.5`}
          />
        )
      }
    </Labelled>
  )
}

type SelectFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** Hears of a choice, for what follows from it. */
  onChoice?: (value: string) => void
  children: ReactNode
}

export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { onChoice, children, ...rest } = props
  const { onText, ...typed } = useTyped(rest.name)
  return (
    <Labelled {...rest}>
      {(aria) => (
        <div className="relative">
          <select
            {...aria}
            {...typed}
            onChange={({ target }) => {
              onText(target.value)
              onChoice?.(target.value)
            }}
            className={`${INPUT} appearance-none truncate pr-10 [&_option]:bg-raised [&_option]:text-ink`}
          >
            {children}
          </select>
          <ChevronDown
            className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-muted"
            aria-hidden="true"
          />
        </div>
      )}
    </Labelled>
  )
}

type NumberFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** The number as long as nothing is typed. */
  usual?: string
}

/** Digits only, whatever else is typed. */
export function NumberField<Values extends FieldValues>(props: NumberFieldProps<Values>) {
  const { usual, isFixed, ...rest } = props
  const { field } = useController({ name: rest.name })
  return (
    <Labelled {...rest}>
      {(aria) => (
        <input
          {...aria}
          ref={field.ref}
          value={field.value ?? usual ?? ""}
          inputMode="numeric"
          autoComplete="off"
          readOnly={isFixed}
          onBlur={field.onBlur}
          onChange={({ target }) => field.onChange(target.value.replaceAll(/\D/g, "").slice(0, 7))}
          className={INPUT}
        />
      )}
    </Labelled>
  )
}

type MoneyFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  currency: string
  /** Hears of each change, for prices that follow this one. */
  onPrice?: (price: string) => void
}

/** Thousands are set apart as one types; not in the middle of a number, where the cursor would jump. */
export function MoneyField<Values extends FieldValues>(props: MoneyFieldProps<Values>) {
  const { currency, onPrice, isFixed, ...rest } = props
  const { words } = useLanguage()
  const { value, ref, onBlur, onText } = useTyped(rest.name)
  const tidy = (text: string) => {
    const amount = amountOf(text, currency)
    return amount === null ? text : typedAmount(amount, currency)
  }
  const type = (text: string) => {
    if (text === value) return
    onText(text)
    onPrice?.(text)
  }
  return (
    <Labelled {...rest}>
      {(aria) => (
        <div className="relative">
          <input
            {...aria}
            ref={ref}
            value={value}
            inputMode="decimal"
            autoComplete="off"
            readOnly={isFixed}
            onBlur={() => {
              type(tidy(value))
              onBlur()
            }}
            onChange={({ target }) => {
              const isAtEnd = target.selectionStart === target.value.length
              type(isAtEnd && !target.value.includes(".") ? tidy(target.value) : target.value)
            }}
            className={`${INPUT} pr-13 text-right`}
          />
          <span className="pointer-events-none absolute inset-y-0 right-3.5 flex items-center text-sm text-muted">
            {words.deskForm.currency(currency)}
          </span>
        </div>
      )}
    </Labelled>
  )
}

type ClockFieldProps<Values extends FieldValues> = FieldProps<Values> & { kind: "time" | "date" }

export function ClockField<Values extends FieldValues>(props: ClockFieldProps<Values>) {
  const { kind, isFixed, ...rest } = props
  const { onText, ...typed } = useTyped(rest.name)
  return (
    <Labelled {...rest}>
      {(aria) => (
        <input
          {...aria}
          {...typed}
          type={kind}
          readOnly={isFixed}
          onChange={({ target }) => onText(target.value)}
          className={INPUT}
        />
      )}
    </Labelled>
  )
}

type WallTimeFieldProps<Values extends FieldValues> = FieldProps<Values> & { timeZone: string }

/** Typed on the event's clocks; who lives by others is told when that is for them. */
export function WallTimeField<Values extends FieldValues>(props: WallTimeFieldProps<Values>) {
  const { timeZone, isFixed, hint, ...rest } = props
  const { onText, ...typed } = useTyped(rest.name)
  const { value } = typed
  return (
    <Labelled {...rest} hint={<WallTimeHint value={value} timeZone={timeZone} more={hint} />}>
      {(aria) => (
        <input
          {...aria}
          {...typed}
          type="datetime-local"
          readOnly={isFixed}
          onChange={({ target }) => onText(target.value)}
          className={`${INPUT} sm:px-3 sm:text-sm`}
        />
      )}
    </Labelled>
  )
}

type WallTimeHintProps = { value: string; timeZone: string; more: ReactNode }

function WallTimeHint({ value, timeZone, more }: WallTimeHintProps) {
  const { words, formats } = useLanguage()
  const instant = instantOf(value, timeZone)
  return (
    <>
      {more}
      {instant !== null && readsAnotherClock(instant, timeZone) ? (
        <p>{words.deskForm.yourTime(formats.dayAndClock(instant, ownZone()))}</p>
      ) : null}
      {isTwice(value, timeZone) ? <p>{words.deskForm.twice}</p> : null}
    </>
  )
}
