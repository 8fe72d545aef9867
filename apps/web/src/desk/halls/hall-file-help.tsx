import { Download } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { SAMPLE_CSV } from "./hall-file.ts"

/** The format of a file, in four lines, and one to begin with. */
export function HallFileHelp() {
  const { words } = useLanguage()
  return (
    <div className="flex flex-col items-start gap-2 text-sm">
      <h3 className="font-semibold">{words.deskHalls.format}</h3>
      <ol className="flex list-decimal flex-col gap-1 pl-5 text-muted">
        {words.deskHalls.formatLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <a
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(SAMPLE_CSV)}`}
        download="hall.csv"
        className={buttonLook("quiet", "medium", "-ml-4")}
      >
        <Download className="size-4.5" aria-hidden="true" />
        {words.deskHalls.sample}
      </a>
    </div>
  )
}
