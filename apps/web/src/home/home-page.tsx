import { useLanguage } from "../language/language.ts"
import { PageTitle } from "../shell/page-title.tsx"
import { EventGrid } from "./event-grid.tsx"
import { ListingBar } from "./listing-bar.tsx"
import { useListing } from "./listing.ts"
import { SearchBox } from "./search-box.tsx"

export function HomePage() {
  const { words } = useLanguage()
  const [listing, changeListing] = useListing()
  return (
    <div className="flex flex-col gap-8">
      <PageTitle />
      <div className="flex flex-col gap-3 sm:gap-4">
        <h1 className="text-3xl font-extrabold sm:text-4xl">{words.home.headline}</h1>
        <p className="text-muted sm:text-lg">{words.home.lead}</p>
      </div>
      <SearchBox search={listing.search} onSearch={(search) => changeListing({ search })} />
      <ListingBar listing={listing} onChange={changeListing} />
      <EventGrid
        listing={listing}
        onReset={() => changeListing({ category: undefined, search: "" })}
      />
    </div>
  )
}
