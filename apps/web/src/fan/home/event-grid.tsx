import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { X } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { EventCard } from "./event-card.tsx"
import { EVENT_GRID, EventGridSkeleton } from "./home-skeleton.tsx"
import { type ChangeListing, type Listing, EVERYTHING, isEverything } from "./listing.ts"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { api, trpc } from "../../app/api/trpc.ts"
import { HOUSE_ZONE, localDay } from "../../app/calendar/local-day.ts"
import { coalesceEvents, listInput } from "./list-query.ts"
import { Empty } from "../../app/shell/empty.tsx"
import { HotShelf } from "./shelves.tsx"

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

/** The list, page after page. While another is on its way the one before stays, dimmed. */
function useEvents(listing: Listing) {
  const input = listInput(listing, localDay(serverNowMs(), HOUSE_ZONE))
  return useInfiniteQuery(
    infiniteQueryOptions({
      queryKey: trpc.catalog.events.infiniteQueryKey(input),
      queryFn: ({ pageParam, signal }) =>
        coalesceEvents(
          (cursor) =>
            api.catalog.events.query({ ...input, ...(cursor !== null && { cursor }) }, { signal }),
          pageParam,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
}

type NoEventsProps = { listing: Listing; onChange: ChangeListing }

/** Nothing was found: which condition to let go of, all of them at once, and what others go to see. */
function NoEvents({ listing, onChange }: NoEventsProps) {
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
