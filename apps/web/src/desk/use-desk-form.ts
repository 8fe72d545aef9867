import type { Refusal } from "@podo/contract/refusal"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from "react"
import {
  type DefaultValues,
  type FieldError,
  type FieldErrors,
  type FieldValues,
  get,
  set,
  useForm,
  useFormState,
  type UseFormReturn,
} from "react-hook-form"
import { refusalOf } from "../app/api/refusals.ts"
import { type Placed, placeWrongs, type Wrong, wrongsOf } from "./field-problems.ts"
import type { Judged } from "./judge-typed.ts"
import { mergeMeanwhile } from "./merge-meanwhile.ts"

type DeskFormOptions<Values extends FieldValues, Sent, Answer> = {
  /** The values that the fields begin with. */
  values: Values
  /** The typed values as they are sent, or what is wrong with them; see `judgeTyped`. */
  judge: (typed: Values) => Judged<Sent>
  send: (sent: Sent) => Promise<Answer>
  onDone: (answer: Answer) => unknown
  /** The field that asks for what the contract knows by this path. */
  fieldOf?: (path: string, typed: Values) => string
  /** The values that the fields would begin with today, once somebody else has saved others. */
  valuesOf?: (meanwhile: Meanwhile) => Values
  /** Hears of each change, with the name of the field. */
  keep?: (typed: Values, field: string) => void
}

export type Meanwhile = Extract<Refusal, { code: "EDITED_MEANWHILE" }>

/** Problems of no field that can be seen stand under this name, each by its own. */
const ELSEWHERE = "root"

/**
 * A form of the desk: react-hook-form keeps the values, the contract's schema judges them when they are submitted
 * and, from then on, as a field is mended; what the server finds stands at the same fields. The first problem, as
 * people read, gets the focus.
 */
export function useDeskForm<Values extends FieldValues, Sent, Answer>(
  options: DeskFormOptions<Values, Sent, Answer>,
) {
  const { values, judge, send, onDone, fieldOf = (path) => path } = options
  const ref = useRef<HTMLFormElement>(null)
  const began = useRef(values)
  const [refusals, setRefusals] = useState(0)
  const isField = (name: string) => (ref.current?.elements.namedItem(name) ?? null) !== null
  const place = (wrongs: Wrong[], typed: Values) =>
    placeWrongs(wrongs, isField, (path) => fieldOf(path, typed))
  const fields = useForm<Values, unknown, Sent & FieldValues>({
    defaultValues: values as DefaultValues<Values>,
    shouldFocusError: false,
    resolver: (typed) => {
      const judged = judge(typed)
      return "sent" in judged
        ? { values: judged.sent as Sent & FieldValues, errors: {} }
        : { values: {}, errors: errorsOf<Values>(place(judged.wrongs, typed)) }
    },
  })
  const sending = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      const refusal = refusalOf(error)
      const today = refusal?.code === "EDITED_MEANWHILE" ? options.valuesOf?.(refusal) : undefined
      if (today !== undefined) {
        meet(fields, { form: ref.current, began: began.current, today })
        began.current = today
      }
      const errors = errorsOf<Values>(place(wrongsOf(error), fields.getValues()))
      for (const [name, problem] of leavesOf(errors)) fields.setError(name as never, problem)
      setRefusals((times) => times + 1)
    },
  })
  useLeadToFirst(ref, refusals)
  useKeeping(fields, options.keep)
  const submit = async (submitted: FormEvent<HTMLFormElement>) => {
    let isSent = false
    await fields.handleSubmit((sent) => {
      isSent = true
      sending.mutate(sent)
    })(submitted)
    if (isSent) return
    sending.reset()
    // Only now are the problems at their fields.
    setRefusals((times) => times + 1)
  }
  const onSubmit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    if (!sending.isPending) void submit(submitted)
  }
  /** From here on it is another edit, of these values. */
  const begin = (next: Values) => {
    began.current = next
    fields.reset(next)
  }
  const { error, isPending } = sending
  return { ref, fields, onSubmit, begin, error, isPending }
}

function useKeeping<Values extends FieldValues>(
  { subscribe }: Pick<UseFormReturn<Values>, "subscribe">,
  keep: ((typed: Values, field: string) => void) | undefined,
) {
  const hear = useEffectEvent((typed: Values, field: string) => keep?.(typed, field))
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values, name }) => hear(values, name ?? ""),
      }),
    [subscribe],
  )
}

type Met = { form: HTMLFormElement | null; began: object; today: object }

/** Takes over what only somebody else has changed, and marks what both have. */
function meet<Values extends FieldValues>(
  fields: Pick<UseFormReturn<Values>, "getValues" | "setValue" | "setError">,
  { form, began, today }: Met,
) {
  const { taken, contested } = mergeMeanwhile({ began, typed: fields.getValues(), today })
  for (const [path, value] of taken) fields.setValue(path as never, value as never)
  for (const [path, value] of contested) {
    const message = shownAs(form, path, String(value))
    fields.setError(path as never, { type: "edited-meanwhile", message })
  }
}

/** A value as its field shows it: a choice by its name. */
function shownAs(form: HTMLFormElement | null, name: string, value: string): string {
  const field = form?.elements.namedItem(name)
  // "2026-12-01T19:30", as a field for a time takes it.
  if (!(field instanceof HTMLSelectElement)) return value.replace(/(?<=^\d{4}-\d\d-\d\d)T/, " ")
  return [...field.options].find((option) => option.value === value)?.text ?? value
}

/** The problem of the field of this name, until it is mended. */
export function useWrong(name: string) {
  const { errors } = useFormState({ name })
  const error: FieldError | undefined = get(errors, name)
  return error === undefined ? undefined : wrongOf(error)
}

/** The problems at fields, and those of no field that can be seen. */
export function useWrongs() {
  const { errors } = useFormState()
  const leaves = leavesOf(errors)
  const isElsewhere = ([name]: [string, FieldError]) => name.startsWith(`${ELSEWHERE}.`)
  return {
    elsewhere: leaves.filter(isElsewhere).map(([, error]) => wrongOf(error).problem),
    atFields: leaves.filter((leaf) => !isElsewhere(leaf)).length,
  }
}

/** The library knows a type and a message of an error: ours are the problem, and the day or the value that it is about. */
const errorOf = ({ problem, day }: Wrong) => ({
  type: problem,
  ...(day !== undefined && { message: day }),
})

const wrongOf = ({ type, message }: FieldError) => ({
  problem: type as Wrong["problem"],
  detail: message,
})

function errorsOf<Values extends FieldValues>({ atFields, elsewhere }: Placed) {
  const errors: FieldErrors<Values> = {}
  for (const [name, wrong] of atFields) set(errors, name, errorOf(wrong))
  for (const wrong of elsewhere) set(errors, `${ELSEWHERE}.${wrong.problem}`, errorOf(wrong))
  return errors
}

function leavesOf(errors: object, path = ""): [name: string, error: FieldError][] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    const name = path === "" ? key : `${path}.${key}`
    if (typeof value !== "object" || value === null || key === "ref") return []
    return isError(value) ? [[name, value] as [string, FieldError]] : leavesOf(value, name)
  })
}

const isError = (value: object): value is FieldError =>
  "type" in value && typeof value.type === "string"

/** The first as people read, not as they were found. */
function useLeadToFirst(ref: React.RefObject<HTMLFormElement | null>, refusals: number) {
  useEffect(() => {
    if (refusals === 0) return
    const first = ref.current?.querySelector<HTMLElement>(
      "[data-elsewhere], [aria-invalid=true], [data-invalid=true]:checked",
    )
    first?.focus()
    if (first?.matches("[data-elsewhere]") === true) first.scrollIntoView({ block: "center" })
  }, [ref, refusals])
}
