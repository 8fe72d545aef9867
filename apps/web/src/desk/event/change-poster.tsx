import { Dialog } from "@base-ui/react/dialog"
import type { DeskEvent } from "@podo/contract/desk"
import { useState } from "react"
import { api } from "../../app/api/trpc.ts"
import { Poster } from "../../app/shell/poster.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DeskForm, useDeskForm } from "../desk-form.tsx"
import { keepDeskEvent } from "./desk-event-query.ts"
import { PosterFields } from "./poster-fields.tsx"
import { FRESH_POSTER, posterOf, type PosterTyping } from "./poster-typing.ts"

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
  const [poster, setPoster] = useState<PosterTyping>({ ...FRESH_POSTER, kind: "upload" })
  const form = useDeskForm({
    read: () =>
      poster.kind === "upload" && poster.picture === null
        ? { wrongs: [{ path: "poster", problem: "missing" }] }
        : { sent: { eventId: event.eventId, poster: posterOf(poster) } },
    send: (wish) => api.desk.setPoster.mutate(wish),
    fieldOf: (path) => (path.startsWith("poster") ? "poster" : path),
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
      <PosterFields
        poster={poster}
        onChange={(changed) => setPoster((before) => ({ ...before, ...changed }))}
        onWrong={(problem) => form.complain({ path: "poster", problem })}
      />
    </DeskForm>
  )
}
