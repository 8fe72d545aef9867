import { Dialog } from "@base-ui/react/dialog"
import type { DeskEvent } from "@podo/contract/desk"
import { useState } from "react"
import { api } from "../../api/trpc.ts"
import { Poster } from "../../event/poster.tsx"
import { useLanguage } from "../../language/language.ts"
import { buttonLook } from "../../shell/button.tsx"
import { DialogCard } from "../../shell/dialog-card.tsx"
import { tell } from "../../shell/toasts.tsx"
import { DeskForm, useDeskForm } from "../desk-form.tsx"
import { keepDeskEvent } from "./desk-event-query.ts"
import { PosterFields } from "./poster-fields.tsx"
import { FRESH_POSTER, posterOf, type PosterTyping } from "./poster-typing.ts"

export function PosterSection({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-label={words.deskForm.poster} className="flex flex-col gap-3">
      <Dialog.Root open={isOpen} onOpenChange={setOpen}>
        <div className="flex items-center justify-between gap-3">
          <h2 className="text-lg font-bold">{words.deskForm.poster}</h2>
          <Dialog.Trigger className={buttonLook("outline")}>
            {words.deskEvent.changePoster}
          </Dialog.Trigger>
        </div>
        <Poster url={event.posterUrl} className="w-40 rounded-xl ring-1 ring-line" />
        <DialogCard title={words.deskEvent.changePoster}>
          <PosterForm event={event} onDone={() => setOpen(false)} />
        </DialogCard>
      </Dialog.Root>
    </section>
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
