import type { EventCard } from "@podo/contract/catalog"
import { useMe } from "../../app/session/session.ts"
import { signInHref } from "../../app/session/way-back.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, ButtonLink } from "../../app/shell/button.tsx"

/** One card, one next step: which one depends on the sale and on the person. */
export function EventCardAction({ event }: { event: EventCard }) {
  const { words, formats, named } = useLanguage()
  const isGuest = useMe() === null
  const eventHref = `/events/${event.eventId}`
  // Cards repeat: the name says which event a button is for.
  const about = (label: string) => `${label}: ${named(event.title, event.englishTitle)}`

  if (event.mine) {
    return (
      <ButtonLink
        look="outline"
        href={`/bookings?event=${event.eventId}`}
        aria-label={about(words.sale.cancelBooking)}
        className="w-full"
      >
        {words.sale.cancelBooking}
      </ButtonLink>
    )
  }
  switch (event.saleState) {
    case "open": {
      const label = isGuest ? words.sale.signInToBook : words.sale.book
      return (
        <ButtonLink
          href={isGuest ? signInHref(eventHref) : eventHref}
          aria-label={about(label)}
          className="w-full"
        >
          {label}
        </ButtonLink>
      )
    }
    case "scheduled":
      return (
        <Unavailable>
          {event.saleOpensAt === null
            ? words.sale.opensLater
            : words.sale.opensAt(formats.brief(event.saleOpensAt, event.timeZone))}
        </Unavailable>
      )
    case "sold-out":
      return <Unavailable>{words.sale.soldOut}</Unavailable>
    case "closed":
      return <Unavailable>{words.sale.closed}</Unavailable>
  }
}

function Unavailable({ children }: { children: string }) {
  return (
    <Button look="outline" disabled className="w-full">
      {children}
    </Button>
  )
}
