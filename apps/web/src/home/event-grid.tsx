import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { trpc } from "../api/trpc.ts"
import { useLanguage } from "../language/language.ts"
import { Button } from "../shell/button.tsx"
import { Empty } from "../shell/empty.tsx"
import { Failure } from "../shell/failure.tsx"
import { EventCard } from "./event-card.tsx"
import { EVENT_GRID, EventGridBones } from "./home-bones.tsx"
import type { Listing } from "./listing.ts"

type EventGridProps = { listing: Listing; onReset: () => void }

export function EventGrid({ listing, onReset }: EventGridProps) {
  const { words } = useLanguage()
  const listed = useEvents(listing)

  if (listed.isPending) return <EventGridBones />
  if (listed.data === undefined) {
    return <Failure error={listed.error} onRetry={() => void listed.refetch()} />
  }

  const events = listed.data.pages.flatMap((page) => page.events)
  if (events.length === 0) {
    return (
      <Empty title={words.home.empty} hint={words.home.emptyHint}>
        <Button look="outline" onClick={onReset}>
          {words.home.reset}
        </Button>
      </Empty>
    )
  }
  return (
    <div className="flex flex-col gap-12">
      <ul
        className={`${EVENT_GRID} transition-opacity ${listed.isPlaceholderData ? "opacity-50" : ""}`}
      >
        {events.map((event, index) => (
          <EventCard key={event.eventId} event={event} isFirst={index < 4} />
        ))}
      </ul>
      {listed.hasNextPage ? (
        <Button
          look="outline"
          size="large"
          className="self-center"
          disabled={listed.isFetchingNextPage}
          onClick={() => void listed.fetchNextPage()}
        >
          {listed.isFetchingNextPage ? words.loading : words.home.more}
        </Button>
      ) : null}
    </div>
  )
}

function useEvents({ category, sort, search }: Listing) {
  return useInfiniteQuery(
    trpc.catalog.events.infiniteQueryOptions(
      { sort, ...(category && { category }), ...(search && { search }) },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
      },
    ),
  )
}
