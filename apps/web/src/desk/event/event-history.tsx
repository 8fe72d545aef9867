import type { DeskEvent, History } from "@podo/contract/desk"
import { useInfiniteQuery } from "@tanstack/react-query"
import { trpc } from "../../app/api/trpc.ts"
import { ownZone } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { Button } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { useAuditWords } from "./audit-words.ts"

type Entry = History["entries"][number]

/** The changes and their authors, the last change first. */
export function EventHistory({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-6">
      <h2 className="text-lg font-bold">{words.deskHistory.title}</h2>
      <Entries event={event} />
    </section>
  )
}

const ROWS_AT_FIRST = 10

/** By itself: the rest of the page is of use without it. */
function Entries({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  const listed = useInfiniteQuery(
    trpc.desk.history.infiniteQueryOptions(
      { eventId: event.eventId, limit: ROWS_AT_FIRST },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  if (listed.isPending) return <SkeletonBlock className="h-24 w-full rounded-2xl" />
  if (listed.data === undefined) {
    return <Failure error={listed.error} onRetry={() => void listed.refetch()} />
  }
  const entries = listed.data.pages.flatMap((page) => page.entries)
  if (entries.length === 0) return <p className="text-muted">{words.deskHistory.empty}</p>
  return (
    <>
      <ol className="flex flex-col divide-y divide-line rounded-2xl bg-raised px-4 ring-1 ring-line ring-inset">
        {entries.map((entry) => (
          <EntryLine key={entry.auditId} event={event} entry={entry} />
        ))}
      </ol>
      {listed.hasNextPage ? (
        <Button
          look="outline"
          className="self-center"
          disabled={listed.isFetchingNextPage}
          onClick={() => void listed.fetchNextPage()}
        >
          {listed.isFetchingNextPage ? words.loading : words.deskHistory.more}
        </Button>
      ) : null}
    </>
  )
}

function EntryLine({ event, entry }: { event: DeskEvent; entry: Entry }) {
  const { words, formats } = useLanguage()
  const performance = event.performances.find(
    ({ performanceId }) => performanceId === entry.performanceId,
  )
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 text-sm sm:grid-cols-[11rem_1fr]">
      <time dateTime={entry.at} className="text-muted">
        {formats.dayAndClock(entry.at, ownZone())}
      </time>
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          <b className="font-semibold">{entry.who ?? words.deskHistory.nobody}</b> ·{" "}
          {words.deskHistory.actions[entry.action]}
          {performance === undefined ? null : (
            <span className="text-muted">
              {" "}
              · {formats.dayAndClock(performance.startsAt, event.timeZone)}
            </span>
          )}
        </p>
        <Changes event={event} entry={entry} />
      </div>
    </li>
  )
}

function Changes({ event, entry }: { event: DeskEvent; entry: Entry }) {
  const { words } = useLanguage()
  const changes = useAuditWords(event, entry)
  if (changes.length === 0) return null
  return (
    <ul className="flex flex-col gap-0.5 text-muted">
      {changes.map(({ field, name, before, after }) => (
        <li key={field} className="line-clamp-3">
          {name}:{" "}
          {before === undefined ? null : (
            <del className="decoration-muted/60">
              <span className="sr-only">{words.deskHistory.was} </span>
              {before}
            </del>
          )}
          {before === undefined || after === undefined ? null : " → "}
          {after === undefined ? null : (
            <ins className="text-ink no-underline">
              <span className="sr-only">{words.deskHistory.is} </span>
              {after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  )
}
