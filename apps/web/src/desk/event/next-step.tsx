import type { DeskEvent } from "@podo/contract/desk"
import { ExternalLink } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { Button, ButtonLink } from "../../app/shell/button.tsx"
import { PublishDialog } from "./publish-dialog.tsx"

type NextStepProps = { event: DeskEvent; onAddDates: () => void }

/** The one thing to do now. */
export function NextStep({ event, onAddDates }: NextStepProps) {
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
