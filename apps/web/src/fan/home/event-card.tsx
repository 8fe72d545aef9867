import type { EventCard as Card } from "@podo/contract/catalog"
import { Link } from "wouter"
import { Poster } from "../../app/shell/poster.tsx"
import { RemainingPlaces } from "../event/remaining-places.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { EventCardAction } from "./event-card-action.tsx"
import { piecesOf } from "./match.ts"

type EventCardProps = { event: Card; search: string; isFirst: boolean }

/** The whole card leads to the event; the button at its foot does what is next for this person. */
export function EventCard({ event, search, isFirst }: EventCardProps) {
  const { words, formats, named } = useLanguage()
  const isOver = event.saleState === "sold-out" || event.saleState === "closed"
  return (
    <li className="group relative flex flex-col">
      <div className="relative overflow-hidden rounded-2xl ring-1 ring-line">
        <Poster
          url={event.posterUrl}
          eager={isFirst}
          className={`transition-transform duration-300 group-hover:scale-[1.03] ${isOver ? "opacity-60 grayscale-[.6]" : ""}`}
        />
        {event.mine ? (
          <span className="absolute top-2.5 left-2.5 rounded-full bg-grape px-3 py-1 text-xs font-bold text-white">
            {words.sale.bookedByMe}
          </span>
        ) : null}
      </div>
      <div className="flex flex-1 flex-col gap-1 pt-3.5 pb-3.5">
        <p className="text-xs font-semibold text-grape-ink">
          {words.home.categories[event.category]}
        </p>
        <h3 className="line-clamp-2 text-base font-bold sm:text-lg">
          <Link href={`/events/${event.eventId}`} className="after:absolute after:inset-0">
            <Highlighted text={named(event.title, event.englishTitle)} search={search} />
          </Link>
        </h3>
        <p className="text-sm text-muted">
          <Highlighted text={named(event.venueName, event.venueEnglishName)} search={search} />
        </p>
        <p className="text-sm text-muted">
          {formats.days(event.startsAt, event.endsAt, event.timeZone)}
        </p>
        <div className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2 pt-2">
          <p className="font-bold">
            {words.home.priceFrom(formats.money(event.priceFrom, event.currency))}
          </p>
          <RemainingPlaces of={event} />
        </div>
      </div>
      <div className="relative">
        <EventCardAction event={event} />
      </div>
    </li>
  )
}

/** A title, with what was searched for marked in it. */
function Highlighted({ text, search }: { text: string; search: string }) {
  const pieces = piecesOf(text, search)
  return pieces.map(({ text: piece, isMatch }, index) =>
    isMatch ? (
      // oxlint-disable-next-line react/no-array-index-key -- Pieces of one text have nothing else.
      <mark key={index} className="rounded-sm bg-wash-line text-inherit">
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
