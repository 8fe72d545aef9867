import { useSuspenseInfiniteQuery } from "@tanstack/react-query"
import { Building2, Plus } from "lucide-react"
import { trpc } from "../app/api/trpc.ts"
import { useLanguage } from "../app/language/language.ts"
import { Button, ButtonLink } from "../app/shell/button.tsx"
import { Empty } from "../app/shell/empty.tsx"
import { PageTitle } from "../app/shell/page-title.tsx"
import { DeskEventRow } from "./desk-event-row.tsx"

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
