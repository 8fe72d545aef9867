import { useLanguage } from "../../app/language/language.ts"
import { FileBox } from "../file-box.tsx"
import type { HallFile, UnreadHallFile } from "./hall-file.ts"

type HallFileFieldProps = {
  file: HallFile | UnreadHallFile | null
  onFile: (file: File) => void
}

export function HallFileField({ file, onFile }: HallFileFieldProps) {
  const { words, formats } = useLanguage()
  const chosen = file !== null && "text" in file ? file : undefined
  return (
    <FileBox
      name="text"
      accept=".csv,.json,text/csv,application/json"
      label={chosen === undefined ? words.deskHalls.chooseFile : words.deskHalls.otherFile}
      hint={chosen === undefined ? words.deskHalls.dropHint : undefined}
      chosen={chosen && words.deskHalls.chosen(chosen.name, sizeOf(chosen.bytes, formats.number))}
      onFile={onFile}
    />
  )
}

const KILOBYTE = 1_000

export function sizeOf(bytes: number, number: (count: number) => string): string {
  const kilobytes = Math.ceil(bytes / KILOBYTE)
  if (kilobytes < KILOBYTE) return `${number(kilobytes)} kB`
  return `${number(Math.round(kilobytes / 100) / 10)} MB`
}
