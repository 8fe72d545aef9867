import type { DeskEvent } from "@podo/contract/desk"
import { ExternalLink } from "lucide-react"
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
import { PerformancesSection } from "./performances-section.tsx"
import { Button, ButtonLink } from "../../app/shell/button.tsx"
import { PublishDialog } from "./publish-dialog.tsx"

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

type NextStepProps = { event: DeskEvent; onAddDates: () => void }

/** The one thing to do now. */
function NextStep({ event, onAddDates }: NextStepProps) {
  const { words } = useLanguage()
  const hasDates = event.performances.some(({ cancelledAt }) => cancelledAt === null)
  if (event.publishedAt !== null) {
    return (
      <Step sentence={words.deskEvent.isPublic}>
        <ButtonLink look="outline" href={`/events/${event.eventId}`}>
          <ExternalLink className="size-4.5" aria-hidden="true" />
          {words.deskEvent.seePublic}
        </ButtonLink>
      </Step>
    )
  }
  return (
    <Step
      isOpen
      sentence={hasDates ? words.deskEvent.readyToPublish : words.deskEvent.missingDates}
    >
      {hasDates ? (
        <PublishDialog event={event} />
      ) : (
        <Button onClick={onAddDates}>{words.deskEvent.addDates}</Button>
      )}
    </Step>
  )
}

type StepProps = { sentence: string; isOpen?: boolean; children: React.ReactNode }

function Step({ sentence, isOpen = false, children }: StepProps) {
  const { words } = useLanguage()
  return (
    <section
      aria-label={words.deskEvent.next}
      className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-2xl px-4 py-3 ring-1 ring-inset sm:px-5 ${isOpen ? "bg-wash ring-wash-line" : "bg-sunken ring-line"}`}
    >
      <p className="font-medium">{sentence}</p>
      {children}
    </section>
  )
}
