import { Check, ChevronDown, RotateCcw, CalendarDays } from "lucide-react"
import { lazy, Suspense, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Chip, ChipRow } from "../../app/shell/chip.tsx"
import { CATEGORIES } from "../../app/language/categories.ts"
import {
  type ChangeListing,
  EVERYTHING,
  isEverything,
  type Listing,
  SORTS,
  SPANS,
} from "./listing.ts"

type ListingBarProps = { listing: Listing; onChange: ChangeListing }

export function ListingBar({ listing, onChange }: ListingBarProps) {
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-xl font-bold">
          {listing.search === "" ? words.home.everything : words.home.found}
        </h2>
        <SortChoice listing={listing} onChange={onChange} />
      </div>
      <ChipRow legend={words.home.category}>
        <Chip
          isOn={listing.category === undefined}
          onPress={() => onChange({ category: undefined })}
        >
          {words.home.all}
        </Chip>
        {CATEGORIES.map((category) => (
          <Chip
            key={category}
            isOn={listing.category === category}
            onPress={() => onChange({ category })}
          >
            {words.home.categories[category]}
          </Chip>
        ))}
      </ChipRow>
      <ChipRow legend={words.home.whenAndLeft}>
        <Chip isOn={listing.onlyLeft} onPress={() => onChange({ onlyLeft: !listing.onlyLeft })}>
          {listing.onlyLeft ? <Check className="size-4" aria-hidden="true" /> : null}
          {words.home.onlyLeft}
        </Chip>
        <DateChips listing={listing} onChange={onChange} />
        {isEverything(listing) ? null : (
          <button
            type="button"
            onClick={() => onChange({ ...EVERYTHING, sort: listing.sort })}
            className="flex min-h-11 shrink-0 items-center gap-1.5 rounded-full px-3 text-sm font-semibold whitespace-nowrap text-grape-ink hover:bg-wash"
          >
            <RotateCcw className="size-4" aria-hidden="true" />
            {words.home.reset}
          </button>
        )}
      </ChipRow>
    </div>
  )
}

/** The device's own list of choices: nothing is easier on a phone. */
function SortChoice({ listing, onChange }: ListingBarProps) {
  const { words } = useLanguage()
  return (
    <div className="relative shrink-0">
      <select
        aria-label={words.home.sort}
        value={listing.sort}
        onChange={(changed) => {
          const sort = SORTS.find((each) => each === changed.target.value)
          if (sort !== undefined) onChange({ sort })
        }}
        className="min-h-11 appearance-none rounded-xl bg-transparent pr-8 pl-3 text-base font-semibold hover:bg-sunken sm:text-sm"
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort} className="bg-raised text-ink">
            {words.home.sorts[sort]}
          </option>
        ))}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
    </div>
  )
}

// The calendar is a library of its own, and few choose their own dates.
const DatesDialog = lazy(async () => ({
  default: (await import("./dates-dialog.tsx")).DatesDialog,
}))

type DateChipsProps = { listing: Listing; onChange: ChangeListing }

/** Pressed again, a span is let go. */
function DateChips({ listing: { when }, onChange }: DateChipsProps) {
  const { words, formats } = useLanguage()
  const [isOpen, setOpen] = useState<boolean>()
  const range = typeof when === "object" ? when : undefined
  return (
    <>
      {SPANS.map((span) => (
        <Chip
          key={span}
          isOn={when === span}
          onPress={() => onChange({ when: when === span ? undefined : span })}
        >
          {words.home.whens[span]}
        </Chip>
      ))}
      <Chip isOn={range !== undefined} onPress={() => setOpen(true)}>
        <CalendarDays className="size-4" aria-hidden="true" />
        {range === undefined ? words.home.chooseDates : formats.dayRange(range.from, range.to)}
      </Chip>
      {/* Stays once it was asked for: only then can it give the focus back when it closes. */}
      {isOpen === undefined ? null : (
        <Suspense>
          <DatesDialog
            isOpen={isOpen}
            range={range}
            onClose={() => setOpen(false)}
            onChoose={(chosen) => {
              setOpen(false)
              onChange({ when: chosen })
            }}
          />
        </Suspense>
      )}
    </>
  )
}
