import type { HallProblem, ImportedHall } from "@podo/contract/hall"
import type { ReactNode } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { sizeOf } from "./hall-file-field.tsx"
import type { HallFile, UnreadHallFile } from "./hall-file.ts"
import { HallPreview } from "./hall-preview.tsx"
import { type Checking, lineProblemsOf } from "./use-new-hall.ts"

type HallReportProps = { file: HallFile | UnreadHallFile | null; checking: Checking }

/** The findings of the server in the file: what would come of it, or line by line what is wrong. */
export function HallReport({ file, checking }: HallReportProps) {
  const { words, formats } = useLanguage()
  if (file === null) return null
  if (!("text" in file)) {
    const size = sizeOf(file.bytes, formats.number)
    return (
      <Notice tone="error">
        {file.problem === "too-large"
          ? words.deskHalls.tooLarge(size)
          : words.deskHalls.notReadable}
      </Notice>
    )
  }
  if (checking.isPending) return <Notice tone="info">{words.deskHalls.checking}</Notice>
  if (checking.data) return <WhatIsInIt file={file} hall={checking.data} />
  const found = lineProblemsOf(checking.error)
  if (found) return <LineProblems file={file} {...found} />
  return <NotChecked error={checking.error} onCheck={() => checking.mutate(file)} />
}

function NotChecked({ error, onCheck }: { error: unknown; onCheck: () => void }) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  return (
    <>
      {error === null ? null : <Notice tone="error">{sentence(error)}</Notice>}
      <Button look="outline" className="self-start" onClick={onCheck}>
        {words.deskHalls.check}
      </Button>
    </>
  )
}

function WhatIsInIt({ file, hall }: { file: HallFile; hall: ImportedHall }) {
  const { words, formats, named } = useLanguage()
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="success">
        {words.deskHalls.right(formats.number(hall.capacity), formats.number(hall.areas.length))}
      </Notice>
      <HallPreview file={file} />
      <ScrollBox label={words.deskHalls.columns.area}>
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-sunken text-xs text-muted">
            <tr>
              <Head>{words.deskHalls.columns.area}</Head>
              <Head>{words.deskHalls.columns.kind}</Head>
              <Head>{words.deskHalls.columns.grade}</Head>
              <Head isNumber>{words.deskHalls.columns.places}</Head>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {hall.areas.map((area) => (
              <tr key={area.area}>
                <td className="px-4 py-2.5 font-medium">{named(area.name, area.englishName)}</td>
                <td className="px-4 py-2.5">{words.deskHalls.kinds[area.kind]}</td>
                <td className="px-4 py-2.5">{area.grade ?? "–"}</td>
                <td className="px-4 py-2.5 text-right">{formats.number(area.capacity)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

function Head({ isNumber = false, children }: { isNumber?: boolean; children: string }) {
  return (
    <th scope="col" className={`px-4 py-2.5 font-semibold ${isNumber ? "text-right" : ""}`}>
      {children}
    </th>
  )
}

type LineProblemsProps = { file: HallFile; problems: HallProblem[]; count: number }

function LineProblems({ file, problems, count }: LineProblemsProps) {
  const { words, formats } = useLanguage()
  const more = count - problems.length
  const where = file.format === "csv" ? words.deskHalls.line : words.deskHalls.seat
  return (
    <Notice tone="error">
      <p className="font-semibold">{words.deskHalls.wrong(formats.number(count))}</p>
      <ScrollBox label={words.deskHalls.wrong(formats.number(count))}>
        <ol className="flex flex-col gap-1 p-3">
          {problems.map(({ line, problem, value }) => (
            <li key={`${line} ${problem} ${value ?? ""}`}>
              {where(
                formats.number(line),
                words.deskHalls.problems[problem](
                  value === undefined ? "" : words.deskHalls.value(value),
                ),
              )}
            </li>
          ))}
        </ol>
      </ScrollBox>
      {more > 0 ? <p className="mt-1.5">{words.deskHalls.andMore(formats.number(more))}</p> : null}
    </Notice>
  )
}

/** The content scrolls, by the keyboard too. */
function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Arrow keys scroll what has the focus.
      tabIndex={0}
      className="max-h-80 overflow-y-auto rounded-xl ring-1 ring-line"
    >
      {children}
    </section>
  )
}
