import { useMutation } from "@tanstack/react-query"
import {
  createContext,
  type FormEvent,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react"
import { isAnswerLost, mustSignIn } from "../app/api/refusals.ts"
import { useLanguage } from "../app/language/language.ts"
import { Button } from "../app/shell/button.tsx"
import { useFailureSentence } from "../app/shell/failure.tsx"
import { Notice } from "../app/shell/notice.tsx"
import { NOTHING_WRONG, type Placed, placeWrongs, type Wrong, wrongsOf } from "./field-problems.ts"

const AtFields = createContext<Placed["atFields"]>(NOTHING_WRONG.atFields)

/** The problem of the field of this name, until something else is typed into it. */
export function useWrong(name: string): Wrong | undefined {
  return use(AtFields).get(name)
}

/** The typed values, as they are sent; or what is wrong with them already. */
export type Read<Sent> = { sent: Sent } | { wrongs: Wrong[] }

type DeskFormWishes<Sent, Answer> = {
  read: () => Read<Sent>
  send: (sent: Sent) => Promise<Answer>
  onDone: (answer: Answer) => unknown
  /** The field that asks for what the server knows by this path. */
  fieldOf?: (path: string) => string
}

type Form = ReturnType<typeof useDeskForm>

export function useDeskForm<Sent, Answer>(wishes: DeskFormWishes<Sent, Answer>) {
  const { read, send, onDone, fieldOf = (path) => path } = wishes
  const ref = useRef<HTMLFormElement>(null)
  const [placed, setPlaced] = useState(NOTHING_WRONG)
  const [refusals, setRefusals] = useState(0)
  const place = (wrongs: Wrong[]) => {
    setPlaced(placeWrongs(wrongs, (name) => fieldsOf(ref.current, name).length > 0, fieldOf))
    setRefusals((times) => times + 1)
  }
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      setPlaced(NOTHING_WRONG)
      return onDone(answer)
    },
    onError: (error) => place(wrongsOf(error)),
  })
  const lead = useEffectEvent(() => leadToFirst(ref.current, placed))
  useEffect(() => {
    if (refusals > 0) lead()
  }, [refusals])
  const onSubmit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    if (sending.isPending) return
    const typed = read()
    if ("sent" in typed) return sending.mutate(typed.sent)
    sending.reset()
    place(typed.wrongs)
  }
  const answer = (name: string) => setPlaced((before) => without(before, name))
  /** Of what is seen as it is chosen; the focus stays where it is. */
  const complain = (wrong: Wrong) =>
    setPlaced((before) => ({
      ...before,
      atFields: new Map([...before.atFields, [wrong.path, wrong]]),
    }))
  const { error, isPending } = sending
  return { ref, onSubmit, placed, answer, complain, error, isPending }
}

type DeskFormProps = {
  form: Form
  submit: string
  busy: string
  look?: "primary" | "outline"
  /** The way out, beside the way on. */
  beside?: ReactNode
  label?: string
  children: ReactNode
}

export function DeskForm({ form, submit, busy, beside, label, children, ...rest }: DeskFormProps) {
  const { ref, onSubmit, answer, placed, error, isPending } = form
  return (
    <form
      ref={ref}
      noValidate
      aria-label={label}
      className="flex min-w-0 flex-col gap-6"
      onSubmit={onSubmit}
      onChange={(changed) => answer(nameOf(changed.target))}
    >
      <Elsewhere wrongs={placed.elsewhere} />
      <AtFields value={placed.atFields}>{children}</AtFields>
      <FormNotice placed={placed} error={error} isPending={isPending} />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:items-center sm:justify-end">
        {beside}
        <Button
          type="submit"
          size="large"
          look={rest.look ?? "primary"}
          isPending={isPending}
          className="sm:min-w-48"
        >
          {isPending ? busy : submit}
        </Button>
      </div>
    </form>
  )
}

/** The problems of no field that can be seen. */
function Elsewhere({ wrongs }: { wrongs: Wrong[] }) {
  const { words } = useLanguage()
  if (wrongs.length === 0) return null
  return (
    <div tabIndex={-1} data-elsewhere>
      <Notice tone="error">
        <ul className="flex flex-col gap-1">
          {wrongs.map(({ problem }) => (
            <li key={problem}>{words.desk.problems[problem]}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

type FormNoticeProps = Pick<Form, "placed" | "error" | "isPending">

/** Above the button, where the eyes are after pressing it. */
function FormNotice({ placed, error, isPending }: FormNoticeProps) {
  const { words, formats } = useLanguage()
  const sentence = useFailureSentence()
  if (isPending) return null
  if (placed.atFields.size > 0) {
    return (
      <Notice tone="error">{words.deskForm.toMend(formats.number(placed.atFields.size))}</Notice>
    )
  }
  if (error === null || mustSignIn(error) || wrongsOf(error).length > 0) return null
  return (
    <Notice tone="error">
      {isAnswerLost(error) ? words.deskForm.answerLost : sentence(error)}
    </Notice>
  )
}

function fieldsOf(form: HTMLFormElement | null, name: string): HTMLElement[] {
  return [...(form?.elements ?? [])].filter(
    (field): field is HTMLElement => field instanceof HTMLElement && nameOf(field) === name,
  )
}

function nameOf(field: EventTarget): string {
  const isNamed =
    field instanceof HTMLInputElement ||
    field instanceof HTMLSelectElement ||
    field instanceof HTMLTextAreaElement
  return isNamed ? field.name : ""
}

/** The first as people read, not as the server found them. */
function leadToFirst(form: HTMLFormElement | null, { atFields, elsewhere }: Placed) {
  const elsewhereNotice = form?.querySelector<HTMLElement>("[data-elsewhere]")
  if (elsewhere.length > 0 && elsewhereNotice) {
    elsewhereNotice.focus()
    elsewhereNotice.scrollIntoView({ block: "center" })
    return
  }
  const first = [...(form?.elements ?? [])].find((field) => atFields.has(nameOf(field)))
  if (first instanceof HTMLElement) first.focus()
}

function without(placed: Placed, name: string): Placed {
  if (!placed.atFields.has(name)) return placed
  return { ...placed, atFields: new Map([...placed.atFields].filter(([field]) => field !== name)) }
}
