import { FileUp } from "lucide-react"
import { type DragEvent, type ReactNode, useState } from "react"
import { Labelled } from "./labelled.tsx"

type FileBoxProps = {
  name: string
  label: string
  hint: ReactNode
  accept: string
  /** The text in it by now. */
  chosen: string | undefined
  onFile: (file: File) => void
}

/** Chosen or dropped; the whole box is the field, so that a thumb finds it. */
export function FileBox({ name, label, hint, accept, chosen, onFile }: FileBoxProps) {
  const [isOver, setOver] = useState(false)
  const drop = (dropped: DragEvent) => {
    dropped.preventDefault()
    setOver(false)
    const first = dropped.dataTransfer.files[0]
    if (first) onFile(first)
  }
  return (
    <div
      onDragOver={(dragged) => {
        dragged.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`relative flex flex-col items-center gap-2 rounded-2xl border-2 border-dashed px-4 py-5 text-center has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-grape-ink has-aria-invalid:border-ember ${isOver ? "border-grape bg-wash" : "border-line-strong bg-sunken"}`}
    >
      <FileUp className="size-6 text-grape-ink" aria-hidden="true" />
      {chosen === undefined ? null : <p className="font-semibold wrap-anywhere">{chosen}</p>}
      <Labelled name={name} label={label} hint={hint} className="items-center">
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept={accept}
            onChange={({ target }) => {
              const first = target.files?.[0]
              if (first) onFile(first)
              // The same file again, once it is mended, is a choice too.
              target.value = ""
            }}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
        )}
      </Labelled>
    </div>
  )
}
