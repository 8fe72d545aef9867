import { Dialog } from "@base-ui/react/dialog"
import type { DeskEvent } from "@podo/contract/desk"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { type Wrong, wrongsOf } from "../field-problems.ts"
import { askDeskEventAgain, keepDeskEvent } from "./desk-event-query.ts"

/** The consequences of publishing are said before it: there is no way back. */
export function PublishDialog({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const publishing = usePublish(event)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={buttonLook()}>{words.deskEvent.publish}</Dialog.Trigger>
      <DialogCard title={words.deskEvent.publishTitle}>
        <Dialog.Description>{words.deskEvent.publishWhat}</Dialog.Description>
        <p className="text-sm text-muted">{words.deskEvent.publishForGood}</p>
        <Obstacles event={event} error={publishing.error} />
        <div className="grid gap-2 sm:grid-cols-2">
          <Dialog.Close className={buttonLook("outline", "large")}>
            {words.deskEvent.publishNo}
          </Dialog.Close>
          <Button
            size="large"
            isPending={publishing.isPending}
            onClick={() => publishing.mutate({ eventId: event.eventId })}
          >
            {words.deskEvent.publishYes}
          </Button>
        </div>
      </DialogCard>
    </Dialog.Root>
  )
}

function usePublish({ eventId }: DeskEvent) {
  const { words } = useLanguage()
  return useMutation({
    mutationFn: (wish: { eventId: string }) => api.desk.publishEvent.mutate(wish),
    onSuccess: async (event) => {
      tell(words.deskEvent.publishedNow)
      await keepDeskEvent(event)
    },
    onError: async (error) => {
      // Another press or another tab was faster: it is as it should be.
      if (refusalOf(error)?.code !== "ALREADY_PUBLISHED") return
      tell(words.deskEvent.publishedNow)
      await askDeskEventAgain(eventId)
    },
  })
}

function Obstacles({ event, error }: { event: DeskEvent; error: Error | null }) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const wrongs = wrongsOf(error)
  if (error === null) return null
  if (wrongs.length === 0) return <Notice tone="error">{sentence(error)}</Notice>
  return (
    <Notice tone="error">
      <ul className="flex flex-col gap-1">
        {wrongs.map((wrong) => (
          <li key={`${wrong.path} ${wrong.problem}`}>
            <DateOf event={event} wrong={wrong} />
            {words.desk.problems[wrong.problem]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Paths name performances in the order of their starts, as the event lists them. */
function DateOf({ event, wrong }: { event: DeskEvent; wrong: Wrong }) {
  const { formats } = useLanguage()
  const index = /^performances\.(\d+)\./.exec(wrong.path)?.[1]
  const performance = index === undefined ? undefined : event.performances[Number(index)]
  if (performance === undefined) return null
  return <b>{formats.dayAndClock(performance.startsAt, event.timeZone)}: </b>
}
