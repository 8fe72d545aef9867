import type { DeskEvent } from "@podo/contract/desk"
import type { Hall } from "@podo/contract/hall"
import { useEffect, useRef } from "react"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DatesFields } from "../dates/dates-fields.tsx"
import { type DatesKind, type DatesTyping, freshDates } from "../dates/dates-typing.ts"
import { datesFieldOf, readDates } from "../dates/read-dates.ts"
import { termsLike } from "../dates/terms-like.ts"
import { DeskForm, useDeskForm } from "../desk-form.tsx"
import { HallField } from "../halls/hall-field.tsx"
import { useHalls } from "../halls/halls-query.ts"
import { useKeptState } from "../kept-state.ts"
import { PickOne } from "../pick-one.tsx"
import { keepDeskEvent } from "./desk-event-query.ts"

type AddDatesProps = { event: DeskEvent; onLeave: () => void }

const KINDS = ["performances", "days"] as const
const RELEASE = 1

type AddDatesTyping = { kind: DatesKind; hallId: string; dates: DatesTyping }

/** As the last performance was sold, for the next ones seldom differ. */
function freshTyping(event: DeskEvent, halls: Hall[]): AddDatesTyping {
  const { category, timeZone, currency } = event
  const last = event.performances.at(-1)
  const hall = halls.find(({ hallId }) => hallId === last?.hallId)
  const dates = freshDates(timeZone)
  return {
    kind: category === "festival" ? "days" : "performances",
    hallId: hall?.hallId ?? "",
    dates: last && hall ? { ...dates, ...termsLike(last, hall, currency) } : dates,
  }
}

/** More dates, in a hall of the event's venue. */
export function AddDates({ event, onLeave }: AddDatesProps) {
  const { words } = useLanguage()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const { form, typing, change, halls, hall } = useAddDates(event, onLeave)
  return (
    <div
      ref={ref}
      tabIndex={-1}
      className="flex flex-col gap-5 rounded-2xl bg-raised p-4 ring-1 ring-line-strong ring-inset sm:p-6"
    >
      <h3 className="font-bold">{words.deskEvent.addDates}</h3>
      <DeskForm
        form={form}
        label={words.deskEvent.addDates}
        submit={words.deskEvent.addDatesYes}
        busy={words.deskEvent.saving}
        beside={
          <Button look="outline" size="large" onClick={onLeave}>
            {words.deskEvent.leave}
          </Button>
        }
      >
        <PickOne
          label={words.deskForm.kind}
          choices={KINDS}
          words={words.deskForm.kinds}
          value={typing.kind}
          onValue={(kind) => change({ kind })}
        />
        <HallField
          name="dates.hallId"
          halls={halls}
          hallId={typing.hallId}
          onHall={({ hallId }) => change({ hallId })}
        />
        <DatesFields
          typing={typing.dates}
          kind={typing.kind}
          hall={hall}
          timeZone={event.timeZone}
          currency={event.currency}
          onChange={(changed) => change({ dates: { ...typing.dates, ...changed } })}
        />
      </DeskForm>
    </div>
  )
}

function useAddDates(event: DeskEvent, onLeave: () => void) {
  const { words } = useLanguage()
  const { eventId, timeZone, currency } = event
  const halls = useHalls().filter(({ venue }) => venue.venueId === event.venueId)
  const [typing, change, forget] = useKeptState(`dates-of.${eventId}`, RELEASE, () =>
    freshTyping(event, halls),
  )
  const hall = halls.find(({ hallId }) => hallId === typing.hallId) ?? null
  const form = useDeskForm({
    read: () => {
      const { kind } = typing
      const { dates, wrongs } = readDates({ typing: typing.dates, kind, hall, timeZone, currency })
      return wrongs.length > 0 ? { wrongs } : { sent: { eventId, dates } }
    },
    send: (dates) => api.desk.addPerformances.mutate(dates),
    fieldOf: (path) => datesFieldOf({ typing: typing.dates, hall }, path),
    onDone: async (changed) => {
      forget()
      tell(words.deskEvent.datesAdded)
      onLeave()
      await keepDeskEvent(changed)
    },
  })
  return { form, typing, change, halls, hall }
}
