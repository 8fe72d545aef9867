import { CopyPlus, Plus, Trash2 } from "lucide-react"
import { useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { NumberField, WallTimeField } from "../desk-fields.tsx"
import type { DatesTyped } from "./dates-typed.ts"
import { type Row, withCopyOf, withRow } from "./dates-typing.ts"

/** One line for each performance. */
export function RowFields({ typing, timeZone, onChange }: DatesTyped) {
  const { words } = useLanguage()
  const list = useRef<HTMLOListElement>(null)
  const { rows } = typing
  const change = (row: Row, changed: Partial<Row>) =>
    onChange({ rows: rows.map((each) => (each.key === row.key ? { ...row, ...changed } : each)) })
  return (
    <div className="flex flex-col gap-3">
      <ol ref={list} className="flex flex-col gap-3">
        {rows.map((row, index) => (
          <PerformanceRow
            key={row.key}
            row={row}
            index={index}
            timeZone={timeZone}
            onChange={(changed) => change(row, changed)}
            onCopy={() => onChange({ rows: withCopyOf(rows, row) })}
            onRemove={
              rows.length === 1
                ? undefined
                : () => {
                    onChange({ rows: rows.filter(({ key }) => key !== row.key) })
                    // The button that was pressed is gone: the focus goes to what is left.
                    list.current?.querySelector("input")?.focus()
                  }
            }
          />
        ))}
      </ol>
      <Button
        look="outline"
        className="self-start"
        onClick={() => onChange({ rows: withRow(rows) })}
      >
        <Plus className="size-4.5" aria-hidden="true" />
        {words.deskForm.addRow}
      </Button>
    </div>
  )
}

type PerformanceRowProps = {
  row: Row
  index: number
  timeZone: string
  onChange: (changed: Partial<Row>) => void
  onCopy: () => void
  onRemove: (() => void) | undefined
}

function PerformanceRow({ row, index, timeZone, onChange, onCopy, onRemove }: PerformanceRowProps) {
  const { words, formats } = useLanguage()
  const number = formats.number(index + 1)
  const path = `dates.performances.${index}`
  return (
    <li>
      <fieldset className="grid grid-cols-[1fr_auto] items-start gap-3 rounded-2xl p-3 ring-1 ring-line sm:grid-cols-[1fr_9rem_auto] sm:p-4">
        <legend className="sr-only">{words.deskForm.performance(number)}</legend>
        <WallTimeField
          name={`${path}.startsAt`}
          label={words.deskForm.startsAt}
          value={row.startsAt}
          onValue={(startsAt) => onChange({ startsAt })}
          timeZone={timeZone}
          className="max-sm:col-span-2"
        />
        <NumberField
          name={`${path}.endsAt`}
          label={words.deskForm.minutes}
          value={row.minutes}
          onValue={(minutes) => onChange({ minutes })}
        />
        <div className="flex pt-6.5">
          <RowTool label={words.deskForm.duplicateOf(number)} onClick={onCopy}>
            <CopyPlus className="size-5" aria-hidden="true" />
          </RowTool>
          {onRemove === undefined ? null : (
            <RowTool label={words.deskForm.removeRow(number)} onClick={onRemove}>
              <Trash2 className="size-5" aria-hidden="true" />
            </RowTool>
          )}
        </div>
      </fieldset>
    </li>
  )
}

type RowToolProps = { label: string; onClick: () => void; children: React.ReactNode }

function RowTool({ label, onClick, children }: RowToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-11 place-items-center rounded-xl text-muted hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  )
}
