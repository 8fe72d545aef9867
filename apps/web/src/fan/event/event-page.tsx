import type { Booking } from "@podo/contract/booking"
import type { EventDetail } from "@podo/contract/catalog"
import { useState } from "react"
import { Booked } from "../booking/booked.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { DaysSection } from "./days-section.tsx"
import { hasCalendar } from "./event-days.ts"
import { pricesOf, useEvent } from "./event-query.ts"
import { PerformanceList } from "./performance-list.tsx"
import { Poster } from "../../app/shell/poster.tsx"
import { PriceList } from "./price-list.tsx"

export function EventPage({ eventId }: { eventId: string }) {
  const event = useEvent(eventId)
  const { words, named } = useLanguage()
  const [booking, setBooking] = useState<Booking>()
  if (booking !== undefined) return <Booked booking={booking} />
  const isByDay = hasCalendar(event)
  return (
    <article className="flex flex-col gap-12">
      <PageTitle title={named(event.title, event.englishTitle)} />
      <EventHead event={event} />
      {isByDay ? <DaysSection event={event} onBooked={setBooking} /> : null}
      <div
        className={`grid gap-12 ${isByDay ? "lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-10" : "lg:grid-cols-[1fr_20rem] lg:gap-16"}`}
      >
        <div className="flex min-w-0 flex-col gap-12">
          {isByDay ? null : <PerformanceList event={event} />}
          <section className="flex flex-col gap-4">
            <h2 className="text-xl font-bold">{words.event.about}</h2>
            <p className="max-w-prose leading-7 whitespace-pre-line">
              {named(event.description, event.englishDescription)}
            </p>
          </section>
        </div>
        <aside className="flex flex-col gap-12">
          <PriceList event={event} />
          <BookingNotes event={event} />
        </aside>
      </div>
    </article>
  )
}

function EventHead({ event }: { event: EventDetail }) {
  const { words, named } = useLanguage()
  return (
    <div className="relative -mx-4 -mt-6 grid grid-cols-[min(7.5rem,31vw)_1fr] items-start gap-x-5 gap-y-6 overflow-hidden bg-sunken px-4 py-8 sm:mx-0 sm:mt-0 sm:grid-cols-[15rem_1fr] sm:items-center sm:gap-x-12 sm:rounded-3xl sm:p-10">
      <img
        src={event.posterUrl}
        alt=""
        className="pointer-events-none absolute inset-0 size-full scale-150 object-cover opacity-15 blur-3xl"
      />
      <Poster
        url={event.posterUrl}
        eager
        className="relative rounded-2xl shadow-float ring-1 ring-line sm:row-span-2"
      />
      <div className="relative flex flex-col gap-2 sm:gap-3 sm:self-end">
        <p className="text-sm font-semibold text-grape-ink">
          {words.home.categories[event.category]}
        </p>
        <h1 className="text-2xl font-extrabold sm:text-4xl">
          {named(event.title, event.englishTitle)}
        </h1>
      </div>
      <EventFacts event={event} />
    </div>
  )
}

function EventFacts({ event }: { event: EventDetail }) {
  const { words, formats, named } = useLanguage()
  const { lowest, highest } = pricesOf(event)
  const money = (price: number) => formats.money(price, event.currency)
  return (
    <dl className="relative col-span-2 grid grid-cols-[auto_1fr] gap-x-6 gap-y-3 self-start sm:col-span-1">
      <Fact term={words.event.period}>
        {formats.days(event.startsAt, event.endsAt, event.timeZone)}
      </Fact>
      <Fact term={words.event.venue}>
        {named(event.venueName, event.venueEnglishName)}{" "}
        {named(event.hallName, event.hallEnglishName)}
        <span lang="ko" className="block text-sm text-muted">
          {event.venueAddress}
        </span>
      </Fact>
      <Fact term={words.event.price}>
        {lowest === highest ? money(lowest) : formats.between(money(lowest), money(highest))}
      </Fact>
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="font-medium">{children}</dd>
    </>
  )
}

function BookingNotes({ event }: { event: EventDetail }) {
  const { words, formats } = useLanguage()
  const next = event.performances.find(({ saleState }) => saleState === "open")
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-bold">{words.event.notes}</h2>
      <ul className="flex list-disc flex-col gap-2 pl-5 text-sm text-muted">
        {next === undefined ? null : (
          <>
            <li>{words.event.limit(next.limitPerUser)}</li>
            {event.performances.length > 1 ? null : (
              <>
                <li>
                  {words.event.saleCloses(formats.dayAndClock(next.saleClosesAt, event.timeZone))}
                </li>
                <li>
                  {words.event.cancelUntil(formats.dayAndClock(next.cancelUntil, event.timeZone))}
                </li>
              </>
            )}
          </>
        )}
        <li>{words.event.zone(formats.zone(event.timeZone))}</li>
      </ul>
    </section>
  )
}
