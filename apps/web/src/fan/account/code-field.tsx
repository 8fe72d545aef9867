import { CODE_DIGITS } from "@podo/contract/limits"
import { useEffect, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { SENT_TO_ID } from "./code-lead.tsx"
import { Field } from "./field.tsx"

/** One field for the whole code, so that phones can fill it in and a paste is a paste. */
export function CodeField({ submitsItself }: { submitsItself: boolean }) {
  const { words } = useLanguage()
  const ref = useRef<HTMLInputElement>(null)
  const [digits, setDigits] = useState("")
  useEffect(() => ref.current?.focus(), [])
  useEffect(() => {
    if (submitsItself && digits.length === CODE_DIGITS) ref.current?.form?.requestSubmit()
  }, [digits, submitsItself])
  return (
    <Field
      ref={ref}
      label={words.code.label(CODE_DIGITS)}
      problem={words.code.incomplete(CODE_DIGITS)}
      name="code"
      aria-describedby={SENT_TO_ID}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern={`[0-9]{${CODE_DIGITS}}`}
      required
      value={digits}
      // A limit on the length would cut "123 456" short before its space is taken out.
      onChange={(changed) => setDigits(digitsIn(changed.currentTarget.value))}
      className="py-3 text-center indent-[0.5em] text-2xl font-bold tracking-[0.5em]"
    />
  )
}

function digitsIn(typed: string): string {
  return typed.replaceAll(/\D/g, "").slice(0, CODE_DIGITS)
}
