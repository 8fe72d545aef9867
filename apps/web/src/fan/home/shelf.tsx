import type { EventCard } from "@podo/contract/catalog"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { useRef } from "react"
import { Link } from "wouter"
import { Poster } from "../../app/shell/poster.tsx"
import { RemainingPlaces } from "../event/remaining-places.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"

type ShelfProps = {
  title: string
  hint?: string
  events: readonly EventCard[]
  isRanked?: boolean
}

const ROW =
  "-mx-4 flex snap-x snap-mandatory scroll-px-4 gap-3 overflow-x-auto px-4 pb-2 [scrollbar-width:none] sm:mx-0 sm:scroll-px-0 sm:gap-5 sm:px-0"
const CARD = "w-[8.75rem] shrink-0 snap-start sm:w-[10.5rem]"

/** A row of posters to swipe through; with a mouse the arrows turn it, with a keyboard the focus does. */
export function Shelf({ title, hint, events, isRanked = false }: ShelfProps) {
  const { words } = useLanguage()
  const row = useRef<HTMLUListElement>(null)
  const turn = (by: 1 | -1) =>
    row.current?.scrollBy({ left: by * row.current.clientWidth * 0.85, behavior: "smooth" })
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <div className="flex min-h-11 items-center justify-between gap-4">
        <h2 className="flex flex-wrap items-baseline gap-x-3 text-xl font-bold">
          {title}
          {hint === undefined ? null : (
            <span className="text-sm font-normal tracking-normal text-muted">{hint}</span>
          )}
        </h2>
        <div className="flex max-sm:hidden">
          <Turn label={words.home.before(title)} onTurn={() => turn(-1)}>
            <ChevronLeft className="size-5" aria-hidden="true" />
          </Turn>
          <Turn label={words.home.after(title)} onTurn={() => turn(1)}>
            <ChevronRight className="size-5" aria-hidden="true" />
          </Turn>
        </div>
      </div>
      <ul ref={row} className={ROW}>
        {events.map((event, index) => (
          <ShelfCard
            key={event.eventId}
            event={event}
            {...(isRanked && { rank: index + 1 })}
            isFirst={index < 3}
          />
        ))}
      </ul>
    </section>
  )
}

type TurnProps = { label: string; onTurn: () => void; children: React.ReactNode }

function Turn({ label, onTurn, children }: TurnProps) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onTurn}
      className="grid size-11 place-items-center rounded-xl text-muted hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  )
}

type ShelfCardProps = { event: EventCard; rank?: number; isFirst: boolean }

function ShelfCard({ event, rank, isFirst }: ShelfCardProps) {
  const { words, formats, named } = useLanguage()
  return (
    <li className={`${CARD} group relative flex flex-col gap-2.5 rounded-2xl`}>
      <div className="relative overflow-hidden rounded-2xl ring-1 ring-line">
        <Poster
          url={event.posterUrl}
          eager={isFirst}
          className="transition-transform duration-300 group-hover:scale-[1.03]"
        />
      </div>
      <div className="flex flex-col gap-0.5">
        <div className="flex gap-2">
          {/* Beside the title and not on the poster, whose own title may be in any corner. */}
          {rank === undefined ? null : (
            <p className="text-xl leading-5 font-extrabold text-grape-ink tabular-nums">
              <span className="sr-only">{words.home.hotRank(formats.number(rank))}</span>
              <span aria-hidden="true">{formats.number(rank)}</span>
            </p>
          )}
          <h3 className="line-clamp-2 min-w-0 text-sm leading-5 font-bold sm:text-base sm:leading-5">
            <Link href={`/events/${event.eventId}`} className="after:absolute after:inset-0">
              {named(event.title, event.englishTitle)}
            </Link>
          </h3>
        </div>
        <p className="line-clamp-1 text-xs text-muted">
          {named(event.venueName, event.venueEnglishName)}
        </p>
        <p className="text-xs text-muted">
          {formats.days(event.startsAt, event.endsAt, event.timeZone)}
        </p>
        <RemainingPlaces of={event} />
      </div>
    </li>
  )
}

const CARDS = ["a", "b", "c", "d", "e", "f", "g"]

export function ShelfSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-11 items-center">
        <SkeletonBlock className="h-7 w-36" />
      </div>
      <div className={`${ROW} overflow-hidden`}>
        {CARDS.map((card) => (
          <div key={card} className={`${CARD} flex flex-col gap-2.5`}>
            <SkeletonBlock className="aspect-[3/4] w-full rounded-2xl" />
            <div className="flex h-[6.125rem] flex-col gap-1.5">
              <SkeletonBlock className="h-5 w-4/5" />
              <SkeletonBlock className="h-4 w-3/5" />
              <SkeletonBlock className="h-4 w-1/2" />
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
