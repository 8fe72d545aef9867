import { useLocation } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { useHalls } from "../halls/halls-query.ts"
import { useKeptValues } from "../kept-values.ts"
import { useDeskForm } from "../use-desk-form.ts"
import { keepDeskEvent } from "./desk-event-query.ts"
import { freshNewEvent, judgeNewEvent, newEventFieldOf, type NewEventTyping } from "./new-event.ts"
import { FRESH_POSTER } from "./poster-typing.ts"

const RELEASE = 2

/** A form that is filled over days, if need be, and sent once. */
export function useNewEvent() {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  const halls = useHalls()
  const facts = useKeptValues("new-event", RELEASE, freshNewEvent)
  // By itself: a picture is not written down anew with every letter of the title.
  const poster = useKeptValues("new-poster", RELEASE, () => FRESH_POSTER)
  const hallOf = ({ dates }: NewEventTyping) =>
    halls.find(({ hallId }) => hallId === dates.hallId) ?? null
  const forget = () => {
    facts.forget()
    poster.forget()
  }
  const form = useDeskForm({
    values: { ...facts.values, poster: poster.values },
    keep: ({ poster: picture, ...rest }, field) =>
      field.startsWith("poster") ? poster.keep(picture) : facts.keep(rest),
    judge: (typed) => judgeNewEvent(typed, hallOf(typed)),
    send: (event) => api.desk.createEvent.mutate(event),
    fieldOf: (path, typed) => newEventFieldOf(path, typed, hallOf(typed)),
    onDone: async (event) => {
      forget()
      tell(words.deskEvent.created)
      navigate(`/desk/events/${event.eventId}`)
      await keepDeskEvent(event)
    },
  })
  const startOver = () => {
    form.begin({ ...freshNewEvent(), poster: FRESH_POSTER })
    forget()
  }
  return { form, halls, startOver }
}
