import type { Category } from "@podo/contract/catalog"
import { ArrowDownWideNarrow, ChevronDown } from "lucide-react"
import { useLanguage } from "../language/language.ts"
import { CATEGORIES, SORTS, type Listing } from "./listing.ts"

type ListingBarProps = { listing: Listing; onChange: (change: Partial<Listing>) => void }

export function ListingBar({ listing, onChange }: ListingBarProps) {
  const { words } = useLanguage()
  return (
    <div className="flex items-center gap-2 sm:justify-between">
      <fieldset className="-ml-4 flex min-w-0 flex-1 gap-2 overflow-x-auto py-1 pr-2 pl-4 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        <legend className="sr-only">{words.home.category}</legend>
        <CategoryChip
          category={undefined}
          isChosen={listing.category === undefined}
          onChoose={() => onChange({ category: undefined })}
        />
        {CATEGORIES.map((category) => (
          <CategoryChip
            key={category}
            category={category}
            isChosen={listing.category === category}
            onChoose={() => onChange({ category })}
          />
        ))}
      </fieldset>
      <SortChoice listing={listing} onChange={onChange} />
    </div>
  )
}

type CategoryChipProps = {
  category: Category | undefined
  isChosen: boolean
  onChoose: () => void
}

function CategoryChip({ category, isChosen, onChoose }: CategoryChipProps) {
  const { words } = useLanguage()
  const look = isChosen
    ? "bg-ink text-paper"
    : "bg-paper text-ink ring-1 ring-line ring-inset hover:ring-line-strong"
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={`min-h-11 shrink-0 rounded-full px-4.5 text-sm font-semibold whitespace-nowrap transition-colors ${look}`}
    >
      {category === undefined ? words.home.all : words.home.categories[category]}
    </button>
  )
}

/** On a phone an icon, for the chips need the width; the choice itself is the device's own in any case. */
function SortChoice({ listing, onChange }: ListingBarProps) {
  const { words } = useLanguage()
  return (
    <div className="relative grid size-11 shrink-0 place-items-center rounded-xl outline-offset-2 outline-grape-ink max-sm:ring-1 max-sm:ring-line max-sm:ring-inset max-sm:has-focus-visible:outline-3 sm:w-auto">
      <select
        aria-label={words.home.sort}
        value={listing.sort}
        onChange={(changed) => {
          const sort = SORTS.find((each) => each === changed.target.value)
          if (sort !== undefined) onChange({ sort })
        }}
        className="min-h-11 appearance-none rounded-xl bg-transparent pr-8 pl-3 text-base font-semibold hover:bg-sunken max-sm:absolute max-sm:inset-0 max-sm:w-11 max-sm:opacity-0 sm:text-sm"
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort} className="bg-raised text-ink">
            {words.home.sorts[sort]}
          </option>
        ))}
      </select>
      <ArrowDownWideNarrow
        className="pointer-events-none size-5 text-muted sm:hidden"
        aria-hidden="true"
      />
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted max-sm:hidden"
        aria-hidden="true"
      />
    </div>
  )
}
