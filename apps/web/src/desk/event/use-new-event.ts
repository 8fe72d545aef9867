import { useLocation } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { datesFieldOf } from "../dates/read-dates.ts"
import { useDeskForm } from "../desk-form.tsx"
import { useHalls } from "../halls/halls-query.ts"
import { useKeptState } from "../kept-state.ts"
import { keepDeskEvent } from "./desk-event-query.ts"
import { freshNewEvent, readNewEvent } from "./new-event.ts"
import { FRESH_POSTER } from "./poster-typing.ts"

const RELEASE = 1

/** A form that is filled over days, if need be, and sent once. */
export function useNewEvent() {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  const halls = useHalls()
  const [typing, change, forget] = useKeptState("new-event", RELEASE, freshNewEvent)
  // By itself: a picture is not written down anew with every letter of the title.
  const [poster, changePoster, forgetPoster] = useKeptState(
    "new-poster",
    RELEASE,
    () => FRESH_POSTER,
  )
  const hall = halls.find(({ hallId }) => hallId === typing.hallId) ?? null
  const startOver = () => {
    forget()
    forgetPoster()
  }
  const form = useDeskForm({
    read: () => readNewEvent({ typing, poster, hall }),
    send: (event) => api.desk.createEvent.mutate(event),
    fieldOf: (path) => fieldOf(path),
    onDone: async (event) => {
      startOver()
      tell(words.deskEvent.created)
      navigate(`/desk/events/${event.eventId}`)
      await keepDeskEvent(event)
    },
  })
  return {
    form,
    typing,
    change,
    poster: {
      typing: poster,
      change: changePoster,
      wrong: (problem: Parameters<typeof form.complain>[0]["problem"]) =>
        form.complain({ path: "poster", problem }),
    },
    hall,
    halls,
    startOver,
  }

  function fieldOf(path: string) {
    if (path === "venueId") return "dates.hallId"
    if (path.startsWith("poster")) return "poster"
    return datesFieldOf({ typing: typing.dates, hall }, path)
  }
}
