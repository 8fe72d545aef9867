import type { Category } from "@podo/contract/catalog"
import { ChevronDown } from "lucide-react"
import { useLanguage } from "../language/language.ts"
import { CATEGORIES, SORTS, type Listing } from "./listing.ts"

type ListingBarProps = { listing: Listing; onChange: (change: Partial<Listing>) => void }

export function ListingBar({ listing, onChange }: ListingBarProps) {
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-3 sm:flex-row sm:items-center sm:justify-between">
      <fieldset className="min-w-0 -mx-4 flex gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
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

function SortChoice({ listing, onChange }: ListingBarProps) {
  const { words } = useLanguage()
  return (
    <div className="relative shrink-0 self-end sm:self-auto">
      <select
        aria-label={words.home.sort}
        value={listing.sort}
        onChange={(changed) => {
          const sort = SORTS.find((each) => each === changed.target.value)
          if (sort !== undefined) onChange({ sort })
        }}
        className="min-h-11 appearance-none rounded-xl bg-transparent pr-8 pl-3 text-sm font-semibold hover:bg-sunken"
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
