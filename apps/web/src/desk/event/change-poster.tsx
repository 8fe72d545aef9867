import { Dialog } from "@base-ui/react/dialog"
import { type DeskEvent, SetPoster } from "@podo/contract/desk"
import { useState } from "react"
import { api } from "../../app/api/trpc.ts"
import { Poster } from "../../app/shell/poster.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DeskForm } from "../desk-form.tsx"
import { judgeTyped } from "../judge-typed.ts"
import { useDeskForm } from "../use-desk-form.ts"
import { keepDeskEvent } from "./desk-event-query.ts"
import { PosterFields } from "./poster-fields.tsx"
import { FRESH_POSTER, posterFieldOf, readPoster, type WithPoster } from "./poster-typing.ts"

const UPLOAD: WithPoster = { poster: { ...FRESH_POSTER, kind: "upload" } }

/** The last line of what is told about an event. */
export function ChangePoster({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <div className="flex items-center justify-between gap-3 border-t border-line py-3">
        <Poster url={event.posterUrl} className="w-9 rounded-md ring-1 ring-line" />
        <Dialog.Trigger className={buttonLook("outline")}>
          {words.deskEvent.changePoster}
        </Dialog.Trigger>
      </div>
      <DialogCard title={words.deskEvent.changePoster}>
        <PosterForm event={event} onDone={() => setOpen(false)} />
      </DialogCard>
    </Dialog.Root>
  )
}

function PosterForm({ event, onDone }: { event: DeskEvent; onDone: () => void }) {
  const { words } = useLanguage()
  const form = useDeskForm({
    values: UPLOAD,
    judge: (typed) => {
      const { poster, unread } = readPoster(typed.poster)
      return judgeTyped(SetPoster, { eventId: event.eventId, poster }, unread)
    },
    send: (chosen) => api.desk.setPoster.mutate(chosen),
    fieldOf: posterFieldOf,
    onDone: async (changed) => {
      tell(words.deskEvent.posterChanged)
      onDone()
      await keepDeskEvent(changed)
    },
  })
  return (
    <DeskForm
      form={form}
      label={words.deskEvent.changePoster}
      submit={words.deskEvent.save}
      busy={words.deskEvent.saving}
      beside={
        <Dialog.Close className={buttonLook("outline", "large")}>
          {words.deskEvent.leave}
        </Dialog.Close>
      }
    >
      <PosterFields />
    </DeskForm>
  )
}
