import { useLanguage } from "../../app/language/language.ts"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { EventGrid } from "./event-grid.tsx"
import { ListingBar } from "./listing-bar.tsx"
import { isEverything, useListing } from "./listing.ts"
import { SearchBox } from "./search-box.tsx"
import { SeatField } from "./seat-field.tsx"
import { Shelves } from "./shelves.tsx"
import { useKeptInSight } from "./use-kept-in-sight.ts"

export function HomePage() {
  const { words } = useLanguage()
  const [listing, changeListing] = useListing()
  const hasShelves = isEverything(listing)
  const { list, keep } = useKeptInSight<HTMLDivElement>()
  return (
    <div className="flex flex-col gap-5 [overflow-anchor:none] sm:gap-8">
      <PageTitle />
      <div className="relative -mx-4 -mt-6 flex flex-col gap-1 overflow-hidden bg-wash px-4 py-6 sm:mx-0 sm:mt-0 sm:gap-4 sm:rounded-3xl sm:px-10 sm:py-14">
        <SeatField className="pointer-events-none absolute -top-8 -right-56 h-36 [mask-image:linear-gradient(to_right,transparent_10%,black_60%)] sm:-right-80 sm:h-full sm:max-h-72 lg:-right-32" />
        <h1 className="relative text-2xl font-extrabold sm:text-4xl">{words.home.headline}</h1>
        <p className="relative text-sm text-muted sm:text-lg">{words.home.lead}</p>
        <SearchBox search={listing.search} onSearch={(search) => changeListing({ search })} />
      </div>
      {hasShelves ? <Shelves /> : null}
      <div ref={list} className="flex flex-col gap-5 sm:gap-8">
        <ListingBar
          listing={listing}
          onChange={(change) => {
            keep()
            changeListing(change)
          }}
        />
        <EventGrid listing={listing} onChange={changeListing} />
      </div>
    </div>
  )
}
