import { use, useId, useState, type ComponentProps, type FormEvent, type ReactNode } from "react"
import { fieldsOf, FormProblem, isMalformed } from "./form-problem.ts"

type FieldProps = ComponentProps<"input"> & {
  name: string
  label: string
  hint?: string
  /** The sentence for a value that is missing or not as it must be. */
  problem: string
  /** A button within the field, at its end. */
  tool?: ReactNode
}

/** The browser checks it, but speaks the language of the device: the page says it in its own. */
export function Field({ label, hint, problem, tool, className, ...input }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const [isInvalid, setInvalid] = useState(false)
  const refused = useRefused(input.name)
  const isWrong = isInvalid || refused.isMalformed
  const note = isWrong ? problem : hint
  const notes = [input["aria-describedby"], note !== undefined && noteId, refused.noticeId]
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="relative flex flex-col">
        <input
          {...input}
          id={id}
          aria-describedby={notes.filter(Boolean).join(" ") || undefined}
          aria-invalid={isWrong || refused.noticeId !== undefined}
          onInvalid={(checked) => {
            setInvalid(true)
            speakForYourself(checked)
          }}
          onChange={(changed) => {
            setInvalid(false)
            refused.answer()
            input.onChange?.(changed)
          }}
          className={`min-h-13 w-full rounded-xl bg-raised pl-4 ring-1 ring-line-strong ring-inset placeholder:text-muted aria-invalid:ring-2 aria-invalid:ring-ember ${tool === undefined ? "pr-4" : "pr-13"} ${className ?? "text-base"}`}
        />
        {tool}
      </div>
      {note === undefined ? null : (
        <p id={noteId} className={`text-xs ${isWrong ? "font-medium text-ember" : "text-muted"}`}>
          {note}
        </p>
      )}
    </div>
  )
}

/** Whether the last refusal is about this field, until something else is typed into it. */
function useRefused(name: string) {
  const { error, noticeId } = use(FormProblem)
  const [answered, setAnswered] = useState<unknown>(null)
  const isRefused = error !== answered && fieldsOf(error).includes(name)
  return {
    isMalformed: isRefused && isMalformed(error),
    noticeId: isRefused && !isMalformed(error) ? noticeId : undefined,
    answer: () => setAnswered(error),
  }
}

/** Without the browser's bubble; the first field that is not right still gets the focus. */
function speakForYourself(checked: FormEvent<HTMLInputElement>) {
  checked.preventDefault()
  const { form } = checked.currentTarget
  if (form?.querySelector(":invalid") === checked.currentTarget) checked.currentTarget.focus()
}
