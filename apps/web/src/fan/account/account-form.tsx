import { useMutation } from "@tanstack/react-query"
import { useId, useRef, useState, type FormEvent, type ReactNode } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { fieldsOf, FormProblem, isMalformed } from "./form-problem.ts"

/** The typed values, by the name of the field. */
export type Typed = (name: string) => string

type Refused = { error: Error; times: number }

type Form = ReturnType<typeof useAccountForm>

/** A form that keeps what was typed, and puts the focus where a refusal can be answered. */
export function useAccountForm(send: (typed: Typed) => Promise<void>) {
  const ref = useRef<HTMLFormElement>(null)
  // Stays on the page while the next try is under way: a sentence that came and went would move the rest.
  const [refused, setRefused] = useState<Refused | null>(null)
  const sending = useMutation({
    mutationFn: (fields: FormData) => send((name) => textOf(fields, name)),
    onSuccess: () => setRefused(null),
    onError: (error) => {
      setRefused((before) => ({ error, times: (before?.times ?? 0) + 1 }))
      focusFirst(ref.current, fieldsOf(error))
    },
  })
  const { isPending } = sending
  const onSubmit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    if (!isPending) sending.mutate(new FormData(submitted.currentTarget))
  }
  return { ref, onSubmit, refused, isPending, forgive: () => setRefused(null) }
}

type AccountFormProps = {
  form: Form
  submit: string
  busy?: string
  look?: "primary" | "outline" | "danger"
  /** The way out, beside the way on. */
  beside?: ReactNode
  /** The way on after a refusal, below its sentence. */
  help?: ReactNode
  /** Said instead of what the refusal itself says. */
  sentence?: string | undefined
  /** Where the button must not move from under a finger when there is something to say. */
  notice?: "below" | "in-kept-room"
  /** Good news, where there is no bad. */
  news?: string | undefined
  children: ReactNode
}

export function AccountForm({ form, help, children, notice: place, ...rest }: AccountFormProps) {
  const noticeId = useId()
  const { ref, onSubmit, refused, isPending } = form
  const error = refused?.error ?? null
  const notice = (
    <FormNotice form={form} noticeId={noticeId} said={rest.sentence} help={help} news={rest.news} />
  )
  return (
    <form ref={ref} className="flex flex-col gap-4" onSubmit={onSubmit}>
      <FormProblem value={{ error, noticeId }}>{children}</FormProblem>
      {place === "in-kept-room" ? <div className="sm:min-h-11">{notice}</div> : null}
      {place === undefined ? notice : null}
      <SubmitLine {...rest} isPending={isPending} />
      {place === "below" ? notice : null}
    </form>
  )
}

type FormNoticeProps = Pick<AccountFormProps, "form" | "help" | "news"> & {
  noticeId: string
  said: string | undefined
}

function FormNotice({ form, noticeId, said, help, news }: FormNoticeProps) {
  const failureSentence = useFailureSentence()
  const { refused, isPending } = form
  const error = refused?.error ?? null
  if (said === undefined && error === null) {
    return news === undefined ? null : <Notice tone="success">{news}</Notice>
  }
  if (isMalformed(error)) return null
  return (
    // A sentence that is said again is read out again. While the next try is under way it is history.
    <Notice
      key={refused?.times}
      tone={said === undefined ? "error" : "warning"}
      className={isPending ? "opacity-50" : ""}
    >
      <p id={noticeId}>{said ?? failureSentence(error)}</p>
      {help}
    </Notice>
  )
}

type SubmitLineProps = Pick<AccountFormProps, "submit" | "busy" | "look" | "beside"> & {
  isPending: boolean
}

function SubmitLine({ submit, busy, look, beside, isPending }: SubmitLineProps) {
  const { words } = useLanguage()
  return (
    <div className={`mt-2 grid gap-2 ${beside === undefined ? "" : "grid-cols-2"}`}>
      {beside}
      <Button type="submit" size="large" look={look ?? "primary"} isPending={isPending}>
        {isPending ? (busy ?? words.account.busy) : submit}
      </Button>
    </div>
  )
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === "string" ? value : ""
}

function focusFirst(form: HTMLFormElement | null, names: string[]) {
  const field = names.map((name) => form?.elements.namedItem(name)).find(Boolean)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
