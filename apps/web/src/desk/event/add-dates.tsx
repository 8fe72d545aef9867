import { AddPerformances, type DeskEvent } from "@podo/contract/desk"
import type { Hall } from "@podo/contract/hall"
import { useEffect, useRef } from "react"
import { useController, useWatch } from "react-hook-form"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DatesFields } from "../dates/dates-fields.tsx"
import { type DatesKind, freshDates, type WithDates } from "../dates/dates-typing.ts"
import { datesFieldOf, readDates } from "../dates/read-dates.ts"
import { termsLike } from "../dates/terms-like.ts"
import { DeskForm } from "../desk-form.tsx"
import { HallField } from "../halls/hall-field.tsx"
import { useHalls } from "../halls/halls-query.ts"
import { judgeTyped } from "../judge-typed.ts"
import { useKeptValues } from "../kept-values.ts"
import { PickOne } from "../pick-one.tsx"
import { useDeskForm } from "../use-desk-form.ts"
import { keepDeskEvent } from "./desk-event-query.ts"

type AddDatesProps = { event: DeskEvent; onLeave: () => void }

const KINDS = ["performances", "days"] as const
const RELEASE = 2

type AddDatesTyping = WithDates & { kind: DatesKind }

/** As the last performance was sold, for the next ones seldom differ. */
function freshTyping(event: DeskEvent, halls: Hall[]): AddDatesTyping {
  const { category, timeZone, currency } = event
  const last = event.performances.at(-1)
  const hall = halls.find(({ hallId }) => hallId === last?.hallId)
  const dates = freshDates(timeZone)
  return {
    kind: category === "festival" ? "days" : "performances",
    dates:
      last && hall ? { ...dates, hallId: hall.hallId, ...termsLike(last, hall, currency) } : dates,
  }
}

/** More dates, in a hall of the event's venue. */
export function AddDates({ event, onLeave }: AddDatesProps) {
  const { words } = useLanguage()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const { form, halls } = useAddDates(event, onLeave)
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
        <Fields event={event} halls={halls} />
      </DeskForm>
    </div>
  )
}

/** The fields follow what is chosen in them: they read the form around them. */
function Fields({ event, halls }: { event: DeskEvent; halls: Hall[] }) {
  const { words } = useLanguage()
  const { timeZone, currency } = event
  const { field } = useController<AddDatesTyping, "kind">({ name: "kind" })
  const hallId = useWatch<AddDatesTyping, "dates.hallId">({ name: "dates.hallId" })
  const hall = hallOf(halls, hallId)
  return (
    <>
      <PickOne
        label={words.deskForm.kind}
        choices={KINDS}
        words={words.deskForm.kinds}
        value={field.value}
        onValue={field.onChange}
      />
      <HallField halls={halls} />
      <DatesFields {...{ kind: field.value, hall, timeZone, currency }} />
    </>
  )
}

const hallOf = (halls: Hall[], hallId: string) =>
  halls.find((hall) => hall.hallId === hallId) ?? null

function useAddDates(event: DeskEvent, onLeave: () => void) {
  const { words } = useLanguage()
  const { eventId, timeZone, currency } = event
  const halls = useHalls().filter(({ venue }) => venue.venueId === event.venueId)
  const { values, keep, forget } = useKeptValues(`dates-of.${eventId}`, RELEASE, () =>
    freshTyping(event, halls),
  )
  const form = useDeskForm({
    values,
    keep,
    judge: ({ kind, dates: typed }) => {
      const hall = hallOf(halls, typed.hallId)
      const { dates, unread } = readDates({ typed, kind, hall, timeZone, currency })
      return judgeTyped(AddPerformances, { eventId, dates }, unread)
    },
    send: (dates) => api.desk.addPerformances.mutate(dates),
    fieldOf: (path, { dates }) =>
      datesFieldOf({ typed: dates, hall: hallOf(halls, dates.hallId) }, path),
    onDone: async (changed) => {
      forget()
      tell(words.deskEvent.datesAdded)
      onLeave()
      await keepDeskEvent(changed)
    },
  })
  return { form, halls }
}
