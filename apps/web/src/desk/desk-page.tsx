import type { DeskEventPage } from "@podo/contract/desk"
import { useSuspenseInfiniteQuery } from "@tanstack/react-query"
import { Building2, Plus } from "lucide-react"
import { Link } from "wouter"
import { trpc } from "../app/api/trpc.ts"
import { useLanguage } from "../app/language/language.ts"
import { Button, ButtonLink } from "../app/shell/button.tsx"
import { Empty } from "../app/shell/empty.tsx"
import { PageTitle } from "../app/shell/page-title.tsx"
import { Poster } from "../app/shell/poster.tsx"
import { Badge, PublishedBadge } from "./badge.tsx"
import { PlacesOf, SoldBar } from "./sold-bar.tsx"

export function DeskPage() {
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-6">
      <PageTitle title={words.desk.title} />
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto text-2xl font-extrabold max-sm:w-full sm:text-3xl">
          {words.desk.title}
        </h1>
        <ButtonLink look="outline" href="/desk/halls">
          <Building2 className="size-4.5" aria-hidden="true" />
          {words.desk.halls}
        </ButtonLink>
        <ButtonLink href="/desk/events/new">
          <Plus className="size-4.5" aria-hidden="true" />
          {words.desk.newEvent}
        </ButtonLink>
      </div>
      <DeskEvents />
    </div>
  )
}

function DeskEvents() {
  const { words } = useLanguage()
  const listed = useSuspenseInfiniteQuery(
    trpc.desk.events.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const events = listed.data.pages.flatMap((page) => page.events)
  if (events.length === 0) {
    return (
      <Empty title={words.desk.empty} hint={words.desk.emptyHint}>
        <ButtonLink href="/desk/events/new">{words.desk.newEvent}</ButtonLink>
      </Empty>
    )
  }
  return (
    <>
      <ul aria-label={words.desk.list} className="flex flex-col gap-3">
        {events.map((event) => (
          <DeskEventRow key={event.eventId} event={event} />
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
          {listed.isFetchingNextPage ? words.loading : words.desk.more}
        </Button>
      ) : null}
    </>
  )
}

type Row = DeskEventPage["events"][number]

/** One line for an event; all of it leads there. */
function DeskEventRow({ event }: { event: Row }) {
  const { named } = useLanguage()
  return (
    <li className="relative grid grid-cols-[3.5rem_1fr] items-center gap-x-4 gap-y-3 rounded-2xl bg-raised p-3 ring-1 ring-line transition-shadow ring-inset hover:shadow-card hover:ring-grape-ink sm:p-4 lg:grid-cols-[3.5rem_1fr_18rem]">
      <Poster url={event.posterUrl} className="rounded-lg ring-1 ring-line" />
      <div className="flex min-w-0 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <PublishedBadge publishedAt={event.publishedAt} />
          <Dates event={event} />
        </div>
        <h2 className="line-clamp-2 font-bold">
          <Link href={`/desk/events/${event.eventId}`} className="after:absolute after:inset-0">
            {named(event.title, event.englishTitle)}
          </Link>
        </h2>
        <p className="truncate text-sm text-muted">
          {named(event.venueName, event.venueEnglishName)}
        </p>
      </div>
      <Places event={event} />
    </li>
  )
}

function Places({ event: { performances, publishedAt, booked, capacity } }: { event: Row }) {
  if (performances === 0) return null
  if (publishedAt === null) return <PlacesOf capacity={capacity} className="max-lg:col-span-2" />
  return <SoldBar booked={booked} capacity={capacity} className="max-lg:col-span-2" />
}

function Dates({ event }: { event: Row }) {
  const { words, formats } = useLanguage()
  if (event.startsAt === null || event.endsAt === null) return <Badge>{words.desk.noDates}</Badge>
  return (
    <p className="text-sm text-muted">
      {formats.days(event.startsAt, event.endsAt, event.timeZone)} ·{" "}
      {words.desk.performances(formats.number(event.performances))}
    </p>
  )
}
