import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { EventCard } from "./event-card.tsx"
import { EVENT_GRID, EventGridSkeleton } from "./home-skeleton.tsx"
import type { ChangeListing, Listing } from "./listing.ts"
import { NoEvents } from "./no-events.tsx"
import { useEvents } from "./use-events.ts"

type EventGridProps = { listing: Listing; onChange: ChangeListing }

export function EventGrid({ listing, onChange }: EventGridProps) {
  const listed = useEvents(listing)
  if (listed.isPending) return <EventGridSkeleton />
  if (listed.data === undefined) {
    return <Failure error={listed.error} onRetry={() => void listed.refetch()} />
  }
  const events = listed.data.pages.flatMap((page) => page.events)
  const isOld = listed.isPlaceholderData
  return (
    <div
      aria-busy={isOld}
      className={`flex flex-col gap-12 transition-opacity ${isOld ? "opacity-50" : ""}`}
    >
      {events.length > 0 ? (
        <ul className={EVENT_GRID}>
          {events.map((event, index) => (
            <EventCard
              key={event.eventId}
              event={event}
              search={listing.search}
              isFirst={index < 4}
            />
          ))}
        </ul>
      ) : null}
      {events.length === 0 && !listed.hasNextPage ? (
        <NoEvents listing={listing} onChange={onChange} />
      ) : null}
      {listed.hasNextPage ? <More of={listed} isNoneYet={events.length === 0} /> : null}
    </div>
  )
}

type MoreProps = {
  of: { isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  isNoneYet: boolean
}

function More({ of: { isFetchingNextPage, fetchNextPage }, isNoneYet }: MoreProps) {
  const { words } = useLanguage()
  const label = isNoneYet ? words.home.searchOn : words.home.more
  return (
    <Button
      look="outline"
      size="large"
      className="self-center"
      isPending={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {isFetchingNextPage ? words.loading : label}
    </Button>
  )
}
