import type { Booking } from "@podo/contract/booking"
import { useSuspenseInfiniteQuery } from "@tanstack/react-query"
import { Link, Redirect, useSearchParams } from "wouter"
import { useKnownMe } from "../../app/session/session.ts"
import { signInHref } from "../../app/session/way-back.ts"
import { trpc } from "../../app/api/trpc.ts"
import { isAhead } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, ButtonLink } from "../../app/shell/button.tsx"
import { Empty } from "../../app/shell/empty.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { BookingCard } from "./booking-card.tsx"
import { useBookingNews } from "./bookings-query.ts"

export function BookingsPage() {
  const { words } = useLanguage()
  if (useKnownMe() === null) return <Redirect to={signInHref()} replace />
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-8">
      <PageTitle title={words.bookings.title} />
      <h1 className="text-2xl font-extrabold sm:text-3xl">{words.bookings.title}</h1>
      <MyBookings />
    </div>
  )
}

function MyBookings() {
  const { words } = useLanguage()
  const [params] = useSearchParams()
  const eventId = params.get("event")
  const { bookings, more } = useBookings(eventId)
  useBookingNews(true)
  const [upcoming, past] = split(bookings)

  if (bookings.length === 0) return <NoBookings isOfOneEvent={eventId !== null} />
  return (
    <>
      {eventId === null ? null : <OnlyOneEvent bookings={bookings} />}
      <BookingList title={words.bookings.upcoming} bookings={upcoming} />
      <BookingList title={words.bookings.past} bookings={past} />
      {more}
    </>
  )
}

/** All of them, or those of one event. */
function useBookings(eventId: string | null) {
  const { words } = useLanguage()
  const listed = useSuspenseInfiniteQuery(
    trpc.booking.mine.infiniteQueryOptions(eventId === null ? {} : { eventId }, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  )
  const more = listed.hasNextPage ? (
    <Button
      look="outline"
      size="large"
      className="self-center"
      disabled={listed.isFetchingNextPage}
      onClick={() => void listed.fetchNextPage()}
    >
      {words.bookings.more}
    </Button>
  ) : null
  return { bookings: listed.data.pages.flatMap((page) => page.bookings), more }
}

function NoBookings({ isOfOneEvent }: { isOfOneEvent: boolean }) {
  const { words } = useLanguage()
  if (isOfOneEvent) {
    return (
      <Empty title={words.bookings.emptyForEvent}>
        <ButtonLink href="/bookings">{words.bookings.all}</ButtonLink>
      </Empty>
    )
  }
  return (
    <Empty title={words.bookings.empty} hint={words.bookings.emptyHint}>
      <ButtonLink href="/">{words.failure.backHome}</ButtonLink>
    </Empty>
  )
}

function OnlyOneEvent({ bookings }: { bookings: Booking[] }) {
  const { words, named } = useLanguage()
  const first = bookings[0]
  if (first === undefined) return null
  return (
    <Notice tone="info">
      {words.bookings.onlyEvent(named(first.title, first.englishTitle))}{" "}
      <Link
        href="/bookings"
        className="inline-flex min-h-11 items-center font-semibold text-grape-ink underline underline-offset-4"
      >
        {words.bookings.all}
      </Link>
    </Notice>
  )
}

function BookingList({ title, bookings }: { title: string; bookings: Booking[] }) {
  if (bookings.length === 0) return null
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-bold">{title}</h2>
      <ul className="flex flex-col gap-5">
        {bookings.map((booking) => (
          <li key={booking.bookingId}>
            <BookingCard booking={booking} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The coming ones, the soonest first; the rest as it was booked, the newest first. */
function split(bookings: Booking[]): [Booking[], Booking[]] {
  return [
    bookings
      .filter(isUpcoming)
      .toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt)),
    bookings.filter((booking) => !isUpcoming(booking)),
  ]
}

function isUpcoming({ status, performanceCancelled, startsAt }: Booking): boolean {
  return status === "confirmed" && !performanceCancelled && isAhead(startsAt)
}
