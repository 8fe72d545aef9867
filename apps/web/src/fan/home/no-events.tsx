import { X } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Empty } from "../../app/shell/empty.tsx"
import { type ChangeListing, EVERYTHING, isEverything, type Listing } from "./listing.ts"
import { HotShelf } from "./shelves.tsx"

type NoEventsProps = { listing: Listing; onChange: ChangeListing }

/** Nothing was found: which condition to let go of, all of them at once, and what others go to see. */
export function NoEvents({ listing, onChange }: NoEventsProps) {
  const { words } = useLanguage()
  const conditions = useConditions(listing)
  if (isEverything(listing)) return <Empty title={words.home.emptyAll} />
  return (
    <div className="flex flex-col gap-10">
      <Empty title={words.home.empty} hint={words.home.emptyHint}>
        <div className="flex flex-wrap justify-center gap-2">
          {conditions.map(({ name, without }) => (
            <Button
              key={name}
              look="outline"
              aria-label={words.home.loosen(name)}
              onClick={() => onChange(without)}
            >
              {name}
              <X className="size-4" aria-hidden="true" />
            </Button>
          ))}
          <Button look="quiet" onClick={() => onChange({ ...EVERYTHING, sort: listing.sort })}>
            {words.home.reset}
          </Button>
        </div>
      </Empty>
      <HotShelf />
    </div>
  )
}

type Condition = { name: string; without: Partial<Listing> }

function useConditions({ search, category, when, onlyLeft }: Listing): Condition[] {
  const { words, formats } = useLanguage()
  const days = typeof when === "object" ? formats.dayRange(when.from, when.to) : undefined
  const span = typeof when === "string" ? words.home.whens[when] : days
  return [
    ...(search === "" ? [] : [{ name: words.home.loosenSearch(search), without: { search: "" } }]),
    ...(category === undefined
      ? []
      : [{ name: words.home.categories[category], without: { category: undefined } }]),
    ...(span === undefined ? [] : [{ name: span, without: { when: undefined } }]),
    ...(onlyLeft ? [{ name: words.home.onlyLeft, without: { onlyLeft: false } }] : []),
  ]
}
