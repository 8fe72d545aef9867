import type { DeskEvent } from "@podo/contract/desk"
import { useState } from "react"
import { Poster } from "../../app/shell/poster.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { PublishedBadge } from "../badge.tsx"
import { BackLink } from "../desk-section.tsx"
import { DeleteDraft } from "./delete-draft.tsx"
import { useDeskEvent } from "./desk-event-query.ts"
import { EventDetails } from "./event-details.tsx"
import { EventHistory } from "./event-history.tsx"
import { NextStep } from "./next-step.tsx"
import { PerformancesSection } from "./performances-section.tsx"

export function DeskEventPage({ eventId }: { eventId: string }) {
  const event = useDeskEvent(eventId)
  const { named } = useLanguage()
  const [isAdding, setAdding] = useState(false)
  const isDraft = event.publishedAt === null
  return (
    <div className="flex flex-col gap-8">
      <PageTitle title={named(event.title, event.englishTitle)} />
      <EventHead event={event} />
      <NextStep event={event} onAddDates={() => setAdding(true)} />
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[1fr_22rem]">
        <PerformancesSection event={event} isAdding={isAdding} onAdding={setAdding} />
        <EventDetails event={event} />
      </div>
      <EventHistory event={event} />
      {isDraft ? <DeleteDraft event={event} /> : null}
    </div>
  )
}

function EventHead({ event }: { event: DeskEvent }) {
  const { words, formats, named } = useLanguage()
  return (
    <div className="-mt-3 flex flex-col gap-2 sm:-mt-5">
      <BackLink href="/desk">{words.desk.back}</BackLink>
      <div className="flex items-center gap-4 sm:gap-6">
        <Poster
          url={event.posterUrl}
          eager
          className="w-18 shrink-0 rounded-xl ring-1 ring-line sm:w-24"
        />
        <div className="flex min-w-0 flex-col gap-1.5">
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <PublishedBadge publishedAt={event.publishedAt} />
            <span className="font-semibold text-grape-ink">
              {words.home.categories[event.category]}
            </span>
          </p>
          <h1 className="text-xl font-extrabold sm:text-3xl">
            {named(event.title, event.englishTitle)}
          </h1>
          <p className="flex flex-wrap gap-x-3 text-sm text-muted sm:text-base">
            <span>
              {event.startsAt === null || event.endsAt === null
                ? words.desk.noDates
                : formats.days(event.startsAt, event.endsAt, event.timeZone)}
            </span>
            <span>{named(event.venueName, event.venueEnglishName)}</span>
          </p>
        </div>
      </div>
    </div>
  )
}
