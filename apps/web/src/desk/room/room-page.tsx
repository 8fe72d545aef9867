import { useSuspenseQuery } from "@tanstack/react-query"
import { useLanguage } from "../../app/language/language.ts"
import { NotFound } from "../../app/shell/not-found.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { DeskHead } from "../desk-section.tsx"
import { useDeskEvent } from "../event/desk-event-query.ts"
import { stateOf } from "../event/months.ts"
import { RoomForm, type RoomFormProps } from "./room-form.tsx"
import { deskRoomQuery } from "./room-query.ts"

type RoomPageProps = { eventId: string; performanceId: string }

/** Whether one performance has a waiting room, and how it is run. */
export function RoomPage({ eventId, performanceId }: RoomPageProps) {
  const { words, formats, named } = useLanguage()
  const event = useDeskEvent(eventId)
  const { data: room } = useSuspenseQuery(deskRoomQuery(performanceId))
  const performance = event.performances.find((each) => each.performanceId === performanceId)
  if (performance === undefined) return <NotFound />
  const when = formats.dayAndClock(performance.startsAt, event.timeZone)
  return (
    <div className="flex flex-col gap-8">
      <DeskHead
        back={words.deskRoom.toEvent}
        backHref={`/desk/events/${eventId}`}
        title={words.deskRoom.title}
        lead={`${named(event.title, event.englishTitle)} · ${when}`}
      />
      <FormOrReason event={event} performance={performance} desk={room} />
    </div>
  )
}

/** Nothing can be set up any more where nothing is sold any more. */
function FormOrReason(props: RoomFormProps) {
  const { words } = useLanguage()
  const state = stateOf(props.event, props.performance)
  if (state !== "cancelled" && state !== "closed") return <RoomForm {...props} />
  return (
    <Notice tone="info">
      {state === "closed" ? words.deskRoom.closedNote : words.deskRoom.cancelledNote}
    </Notice>
  )
}
