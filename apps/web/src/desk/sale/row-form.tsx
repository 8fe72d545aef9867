import type { Area } from "@podo/contract/ids"
import { PLACES_PER_WITHHOLDING_MAX, SEAT_NUMBER_MAX } from "@podo/contract/limits"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { useMemo, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { type HouseChoice, pickOpen } from "./house-choice.ts"
import { seatsIn } from "./house-query.ts"
import { nameOfPlace, placesInWords } from "./place-ranges.ts"

type RowFormProps = {
  plan: Plan
  /** Of the whole hall; undefined while they are on their way. */
  seats: readonly Seat[] | undefined
  areas: readonly PlanArea[]
  /** Follows the area that is looked at on the map. */
  area: Area | undefined
  onArea: (area: Area) => void
  places: string
  choice: HouseChoice
  onChoice: (choice: HouseChoice) => void
}

const rowOrder = new Intl.Collator("en", { numeric: true }).compare
const FIELD =
  "min-h-11 w-full rounded-xl bg-raised px-3 text-base ring-1 ring-line-strong ring-inset"

/** Seats by area, row and numbers: quicker than forty taps, and all that a keyboard needs. */
export function RowForm(props: RowFormProps) {
  const { plan, areas, area, places, choice, onChoice } = props
  const { words } = useLanguage()
  const [row, setRow] = useState("")
  const [bounds, setBounds] = useState({ from: "", to: "" })
  const [outcome, setOutcome] = useState<string[]>([])
  const describe = useOutcome(plan)
  const found = areas.find((each) => each.area === area)
  const seats = useMemo(() => seatsIn(props.seats, found), [props.seats, found])
  const rows = [...new Set(seats.map((seat) => seat.row))].toSorted(rowOrder)
  const chosenRow = rows.includes(row) ? row : (rows[0] ?? "")

  const select = () => {
    const wanted = seatsBetween(seats, chosenRow, bounds).map(({ place }) => place)
    const picking = pickOpen(choice, wanted, places)
    onChoice(picking.choice)
    setOutcome(describe(picking, seats))
  }
  return (
    <form
      className="grid grid-cols-2 gap-3 rounded-2xl bg-raised p-4 ring-1 ring-line"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        select()
      }}
    >
      <h3 className="col-span-2 font-bold">{words.deskSale.rowForm}</h3>
      <AreaChoice {...props} />
      <Choice
        label={words.deskSale.row}
        value={chosenRow}
        options={rows.map((each) => ({ value: each, name: each }))}
        onChange={setRow}
      />
      <SeatNumber
        label={words.deskSale.from}
        value={bounds.from}
        onChange={(from) => setBounds({ ...bounds, from })}
      />
      <SeatNumber
        label={words.deskSale.to}
        value={bounds.to}
        onChange={(to) => setBounds({ ...bounds, to })}
      />
      <p className="col-span-2 text-xs text-muted">{words.deskSale.wholeRow}</p>
      <Button type="submit" look="outline" className="col-span-2" disabled={rows.length === 0}>
        {words.deskSale.selectRow}
      </Button>
      <output className="col-span-2 text-sm">{outcome.join(" ")}</output>
    </form>
  )
}

function AreaChoice({ areas, area, onArea }: RowFormProps) {
  const { words, named } = useLanguage()
  if (areas.length < 2) return null
  return (
    <Choice
      label={words.deskSale.area}
      value={area ?? ""}
      options={areas.map((each) => ({
        value: each.area,
        name: named(each.name, each.englishName),
      }))}
      onChange={(value) => {
        const picked = areas.find((each) => each.area === value)
        if (picked !== undefined) onArea(picked.area)
      }}
    />
  )
}

type Bounds = { from: string; to: string }

function seatsBetween(seats: readonly Seat[], row: string, { from, to }: Bounds): Seat[] {
  const least = from === "" ? 0 : Number(from)
  const most = to === "" ? Infinity : Number(to)
  return seats.filter((seat) => seat.row === row && seat.number >= least && seat.number <= most)
}

function useOutcome(plan: Plan) {
  const { words, formats, named } = useLanguage()
  return (
    { picked, leftOut, tooMany }: ReturnType<typeof pickOpen>,
    seats: readonly Seat[],
  ): string[] => {
    const names = leftOut.flatMap((place) => nameOfPlace(plan, seats, place) ?? [])
    return [
      picked.length === 0
        ? words.deskSale.rowNone
        : words.deskSale.rowPicked(formats.number(picked.length)),
      ...(names.length === 0 ? [] : [words.deskSale.rowLeftOut(placesInWords(names, named))]),
      ...(tooMany ? [words.deskSale.rowTooMany(formats.number(PLACES_PER_WITHHOLDING_MAX))] : []),
    ]
  }
}

const LABEL = "flex min-w-0 flex-col gap-1 text-sm font-semibold"

type SeatNumberProps = { label: string; value: string; onChange: (value: string) => void }

function SeatNumber({ label, value, onChange }: SeatNumberProps) {
  return (
    <label className={LABEL}>
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={SEAT_NUMBER_MAX}
        value={value}
        onChange={(changed) => onChange(changed.target.value)}
        className={FIELD}
      />
    </label>
  )
}

type ChoiceProps = SeatNumberProps & { options: readonly { value: string; name: string }[] }

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className={`${LABEL} col-span-2`}>
      {label}
      <select
        value={value}
        onChange={(changed) => onChange(changed.target.value)}
        className={FIELD}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} className="bg-raised text-ink">
            {option.name}
          </option>
        ))}
      </select>
    </label>
  )
}
