import type { Sale } from "@podo/contract/desk-sale"
import { Download, Square } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { csvFile, csvFileName, download } from "./csv-file.ts"
import { type ExportState, useExport } from "./use-export.ts"

export function ExportBookings({ sale }: { sale: Sale }) {
  const { words, named } = useLanguage()
  const { performanceId, startsAt } = sale.performance
  const exporting = useExport(performanceId, (pages) => {
    const name = csvFileName({
      name: words.deskSale.exportName,
      title: named(sale.title, sale.englishTitle),
      startsAt,
      timeZone: sale.timeZone,
    })
    download(csvFile(pages), name)
  })
  const { state, begin, goOn, stop } = exporting
  return (
    <div className="flex flex-wrap items-center gap-2">
      <output className="text-sm text-muted">
        <Progress state={state} />
      </output>
      {state.step === "running" ? (
        <Button look="outline" onClick={stop}>
          <Square className="size-4" aria-hidden="true" />
          {words.deskSale.stop}
        </Button>
      ) : null}
      {state.step === "stopped" ? (
        <>
          <Button onClick={goOn}>{words.deskSale.goOn}</Button>
          <Button look="outline" onClick={begin}>
            {words.deskSale.startOver}
          </Button>
        </>
      ) : null}
      {state.step === "idle" || state.step === "done" ? (
        <Button look="outline" onClick={begin}>
          <Download className="size-4" aria-hidden="true" />
          {words.deskSale.export}
        </Button>
      ) : null}
    </div>
  )
}

function Progress({ state }: { state: ExportState }) {
  const { words, formats } = useLanguage()
  const sentence = useFailureSentence()
  switch (state.step) {
    case "idle":
      return null
    case "running":
      return words.deskSale.exporting(formats.number(state.records))
    case "done":
      return words.deskSale.exported(formats.number(state.records))
    case "stopped":
      return (
        <>
          {state.error === null ? null : (
            <strong className="text-ember">{sentence(state.error)} </strong>
          )}
          {words.deskSale.stopped(formats.number(state.records))}
        </>
      )
  }
}
