import { ChevronDown } from "lucide-react"
import type { ReactNode } from "react"
import { ownZone, readsAnotherClock } from "../app/language/formats.ts"
import { useLanguage } from "../app/language/language.ts"
import { INPUT, Labelled } from "./labelled.tsx"
import { amountOf, typedAmount } from "./money-typing.ts"
import { instantOf, isTwice } from "./zoned-time.ts"

type FieldProps = {
  name: string
  label: string
  value: string
  onValue: (value: string) => void
  hint?: ReactNode
  isOptional?: boolean
  /** To be read, and not to be changed any more. */
  isFixed?: boolean
  className?: string
}

type TextFieldProps = FieldProps & {
  maxLength: number
  /** More than one line. */
  rows?: number
  lang?: string
  list?: string
}

export function TextField({
  value,
  onValue,
  maxLength,
  rows,
  lang,
  list,
  ...rest
}: TextFieldProps) {
  return (
    <Labelled {...rest}>
      {(aria) =>
        rows === undefined ? (
          <input
            {...aria}
            value={value}
            maxLength={maxLength}
            lang={lang}
            list={list}
            autoComplete="off"
            readOnly={rest.isFixed}
            onChange={(changed) => onValue(changed.target.value)}
            className={INPUT}
          />
        ) : (
          <textarea
            {...aria}
            value={value}
            maxLength={maxLength}
            rows={rows}
            lang={lang}
            onChange={(changed) => onValue(changed.target.value)}
            className={`${INPUT} py-2.5`}
          />
        )
      }
    </Labelled>
  )
}

export function SelectField({
  value,
  onValue,
  children,
  ...rest
}: FieldProps & { children: ReactNode }) {
  return (
    <Labelled {...rest}>
      {(aria) => (
        <div className="relative">
          <select
            {...aria}
            value={value}
            onChange={(changed) => onValue(changed.target.value)}
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

/** Digits only, whatever else is typed. */
export function NumberField({ value, onValue, isFixed, ...rest }: FieldProps) {
  return (
    <Labelled {...rest}>
      {(aria) => (
        <input
          {...aria}
          value={value}
          inputMode="numeric"
          autoComplete="off"
          readOnly={isFixed}
          onChange={(changed) => onValue(changed.target.value.replaceAll(/\D/g, "").slice(0, 7))}
          className={INPUT}
        />
      )}
    </Labelled>
  )
}

type MoneyFieldProps = FieldProps & { currency: string }

/** Thousands are set apart as one types; not in the middle of a number, where the cursor would jump. */
export function MoneyField({ value, onValue, currency, isFixed, ...rest }: MoneyFieldProps) {
  const { words } = useLanguage()
  const tidy = (text: string) => {
    const amount = amountOf(text, currency)
    return amount === null ? text : typedAmount(amount, currency)
  }
  return (
    <Labelled {...rest}>
      {(aria) => (
        <div className="relative">
          <input
            {...aria}
            value={value}
            inputMode="decimal"
            autoComplete="off"
            readOnly={isFixed}
            onBlur={() => onValue(tidy(value))}
            onChange={({ target }) => {
              const isAtEnd = target.selectionStart === target.value.length
              onValue(isAtEnd && !target.value.includes(".") ? tidy(target.value) : target.value)
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

type ClockFieldProps = FieldProps & { kind: "time" | "date" }

export function ClockField({ value, onValue, kind, isFixed, ...rest }: ClockFieldProps) {
  return (
    <Labelled {...rest}>
      {(aria) => (
        <input
          {...aria}
          type={kind}
          value={value}
          readOnly={isFixed}
          onChange={(changed) => onValue(changed.target.value)}
          className={INPUT}
        />
      )}
    </Labelled>
  )
}

/** Typed on the event's clocks; who lives by others is told when that is for them. */
export function WallTimeField({ timeZone, ...field }: FieldProps & { timeZone: string }) {
  const { value, onValue, isFixed, hint, ...rest } = field
  return (
    <Labelled {...rest} hint={<WallTimeHint value={value} timeZone={timeZone} more={hint} />}>
      {(aria) => (
        <input
          {...aria}
          type="datetime-local"
          value={value}
          readOnly={isFixed}
          onChange={(changed) => onValue(changed.target.value)}
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
