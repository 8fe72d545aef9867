import { CopyPlus, Plus, Trash2 } from "lucide-react"
import { useRef } from "react"
import { useFieldArray, useFormContext } from "react-hook-form"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { NumberField, WallTimeField } from "../desk-fields.tsx"
import { copyOf, rowAfter, type WithDates } from "./dates-typing.ts"

const ROWS = "dates.performances"
/** A phone would open its keyboard over what was pressed. */
const NO_FOCUS = { shouldFocus: false }

/** One line for each performance. */
export function RowFields({ timeZone }: { timeZone: string }) {
  const { words } = useLanguage()
  const list = useRef<HTMLOListElement>(null)
  const { control, getValues } = useFormContext<WithDates>()
  const { fields, append, insert, remove } = useFieldArray<WithDates, typeof ROWS>({
    control,
    name: ROWS,
  })
  return (
    <div className="flex flex-col gap-3">
      <ol ref={list} className="flex flex-col gap-3">
        {fields.map(({ id }, index) => (
          <PerformanceRow
            key={id}
            index={index}
            timeZone={timeZone}
            onCopy={() => insert(index + 1, copyOf(getValues(`${ROWS}.${index}`)), NO_FOCUS)}
            onRemove={
              fields.length === 1
                ? undefined
                : () => {
                    remove(index)
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
        onClick={() => append(rowAfter(getValues(ROWS)), NO_FOCUS)}
      >
        <Plus className="size-4.5" aria-hidden="true" />
        {words.deskForm.addRow}
      </Button>
    </div>
  )
}

type PerformanceRowProps = {
  index: number
  timeZone: string
  onCopy: () => void
  onRemove: (() => void) | undefined
}

function PerformanceRow({ index, timeZone, onCopy, onRemove }: PerformanceRowProps) {
  const { words, formats } = useLanguage()
  const number = formats.number(index + 1)
  return (
    <li>
      <fieldset className="grid grid-cols-[1fr_auto] items-start gap-3 rounded-2xl p-3 ring-1 ring-line sm:grid-cols-[1fr_9rem_auto] sm:p-4">
        <legend className="sr-only">{words.deskForm.performance(number)}</legend>
        <WallTimeField<WithDates>
          name={`${ROWS}.${index}.startsAt`}
          label={words.deskForm.startsAt}
          timeZone={timeZone}
          className="max-sm:col-span-2"
        />
        <NumberField<WithDates> name={`${ROWS}.${index}.minutes`} label={words.deskForm.minutes} />
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
