import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { useMutation } from "@tanstack/react-query"
import { refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { SureCard } from "../sure-card.tsx"
import { askDeskEventAgain } from "./desk-event-query.ts"

type RemovePerformanceProps = {
  event: DeskEvent
  performance: DeskPerformance
  onDone: () => void
}

export function RemovePerformance({ event, performance, onDone }: RemovePerformanceProps) {
  const { words, formats } = useLanguage()
  const { performanceId } = performance
  const done = async () => {
    tell(words.deskEvent.removed)
    onDone()
    await askDeskEventAgain(event.eventId)
  }
  const removing = useMutation({
    mutationFn: () => api.desk.removePerformance.mutate({ performanceId }),
    onSuccess: done,
    onError: (error) => (refusalOf(error)?.code === "NOT_FOUND" ? done() : undefined),
  })
  return (
    <SureCard
      title={words.deskEvent.removeTitle}
      what={words.deskEvent.removeHint}
      yes={words.deskEvent.removeYes}
      no={words.deskEvent.keep}
      action={removing}
      onYes={() => removing.mutate()}
    >
      <p className="font-semibold">{formats.dayAndClock(performance.startsAt, event.timeZone)}</p>
    </SureCard>
  )
}
