import { FileUp } from "lucide-react"
import { type DragEvent, useState } from "react"
import { useLanguage } from "../../language/language.ts"
import { Labelled } from "../labelled.tsx"
import type { HallFile, UnreadHallFile } from "./hall-file.ts"

type HallFileFieldProps = {
  file: HallFile | UnreadHallFile | null
  onFile: (file: File) => void
}

/** Chosen or dropped; the whole of it is the field, so that a thumb finds it. */
export function HallFileField({ file, onFile }: HallFileFieldProps) {
  const { words } = useLanguage()
  const [isOver, setOver] = useState(false)
  const drop = (dropped: DragEvent) => {
    dropped.preventDefault()
    setOver(false)
    const first = dropped.dataTransfer.files[0]
    if (first) onFile(first)
  }
  const isChosen = file !== null && "text" in file
  return (
    <div
      onDragOver={(dragged) => {
        dragged.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`relative flex flex-col items-center gap-2 rounded-2xl border-2 border-dashed px-4 py-6 text-center has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-grape-ink ${isOver ? "border-grape bg-wash" : "border-line-strong bg-sunken"}`}
    >
      <FileUp className="size-7 text-grape-ink" aria-hidden="true" />
      {isChosen ? <FileName file={file} /> : null}
      <Labelled
        name="text"
        label={isChosen ? words.deskHalls.otherFile : words.deskHalls.chooseFile}
        hint={isChosen ? undefined : words.deskHalls.dropHint}
        className="items-center"
      >
        {(aria) => (
          <input
            {...aria}
            type="file"
            accept=".csv,.json,text/csv,application/json"
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

const KILOBYTE = 1_000

export function sizeOf(bytes: number, number: (count: number) => string): string {
  const kilobytes = Math.ceil(bytes / KILOBYTE)
  if (kilobytes < KILOBYTE) return `${number(kilobytes)} kB`
  return `${number(Math.round(kilobytes / 100) / 10)} MB`
}

function FileName({ file }: { file: HallFile }) {
  const { words, formats } = useLanguage()
  return (
    <p className="font-semibold">
      {words.deskHalls.chosen(file.name, sizeOf(file.bytes, formats.number))}
    </p>
  )
}
