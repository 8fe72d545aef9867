import { useId, useState, type ComponentProps, type FormEvent } from "react"

type FieldProps = ComponentProps<"input"> & {
  label: string
  hint?: string
  /** What to say of it when it is missing or not as it must be. */
  problem: string
}

/** The browser checks it, but speaks the language of the device: the page says it in its own. */
export function Field({ label, hint, problem, ...input }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const [isWrong, setWrong] = useState(false)
  const note = isWrong ? problem : hint
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-describedby={note === undefined ? undefined : noteId}
        aria-invalid={isWrong}
        onInvalid={(checked) => {
          setWrong(true)
          speakForYourself(checked)
        }}
        onChange={() => setWrong(false)}
        className="min-h-13 rounded-xl bg-raised px-4 text-base ring-1 ring-line-strong ring-inset placeholder:text-muted aria-invalid:ring-2 aria-invalid:ring-ember"
      />
      {note === undefined ? null : (
        <p id={noteId} className={`text-xs ${isWrong ? "font-medium text-ember" : "text-muted"}`}>
          {note}
        </p>
      )}
    </div>
  )
}

/** Without the browser's bubble; the first field that is not right still gets the focus. */
function speakForYourself(checked: FormEvent<HTMLInputElement>) {
  checked.preventDefault()
  const { form } = checked.currentTarget
  if (form?.querySelector(":invalid") === checked.currentTarget) checked.currentTarget.focus()
}
