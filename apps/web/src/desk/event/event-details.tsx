import type { DeskEvent } from "@podo/contract/desk"
import { Pencil } from "lucide-react"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { ChangePoster } from "./change-poster.tsx"
import { EditDetails } from "./edit-details.tsx"

/** The facts of the event, and in their place the form to change them. */
export function EventDetails({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  const [isEditing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) pencil.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  return (
    <section aria-label={words.deskEvent.details} className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-lg font-bold">{words.deskEvent.details}</h2>
        {isEditing ? null : (
          <Button ref={pencil} look="outline" onClick={() => setEditing(true)}>
            <Pencil className="size-4" aria-hidden="true" />
            {words.deskEvent.editDetails}
          </Button>
        )}
      </div>
      {isEditing ? (
        <EditDetails event={event} onLeave={() => setEditing(false)} />
      ) : (
        <Facts event={event} />
      )}
    </section>
  )
}

function Facts({ event }: { event: DeskEvent }) {
  const { words, formats, named } = useLanguage()
  return (
    <div className="rounded-2xl bg-raised px-4 ring-1 ring-line ring-inset">
      <dl className="flex flex-col divide-y divide-line">
        <Fact term={words.deskForm.title}>{event.title}</Fact>
        <Fact term={words.deskForm.englishTitle}>{event.englishTitle}</Fact>
        <Fact term={words.deskForm.category}>{words.home.categories[event.category]}</Fact>
        <Fact term={words.deskForm.where}>{named(event.venueName, event.venueEnglishName)}</Fact>
        <Fact term={words.deskForm.timeZone}>
          {event.timeZone} ({formats.zone(event.timeZone)})
        </Fact>
        <Fact term={words.deskForm.description}>{event.description}</Fact>
        <Fact term={words.deskForm.englishDescription}>{event.englishDescription}</Fact>
      </dl>
      <ChangePoster event={event} />
    </div>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-0.5 py-2.5">
      <dt className="text-xs text-muted">{term}</dt>
      <dd className="line-clamp-6 text-sm whitespace-pre-line">
        {children ?? <span className="text-muted">{words.deskEvent.none}</span>}
      </dd>
    </div>
  )
}
