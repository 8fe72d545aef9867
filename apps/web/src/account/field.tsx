import { useId, type ComponentProps } from "react"

type FieldProps = ComponentProps<"input"> & { label: string; hint?: string }

export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-describedby={hint === undefined ? undefined : hintId}
        className="min-h-13 rounded-xl bg-raised px-4 text-base ring-1 ring-line-strong ring-inset placeholder:text-muted"
      />
      {hint === undefined ? null : (
        <p id={hintId} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
