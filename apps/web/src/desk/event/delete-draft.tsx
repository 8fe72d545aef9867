import { Dialog } from "@base-ui/react/dialog"
import type { DeskEvent } from "@podo/contract/desk"
import { useMutation } from "@tanstack/react-query"
import { useLocation } from "wouter"
import { refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { SureCard } from "../sure-card.tsx"
import { tellEventsChanged } from "./desk-event-query.ts"

export function DeleteDraft({ event }: { event: DeskEvent }) {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  const leave = async () => {
    tell(words.deskEvent.deleted)
    navigate("/desk", { replace: true })
    await tellEventsChanged()
  }
  const deleting = useMutation({
    mutationFn: () => api.desk.deleteEvent.mutate({ eventId: event.eventId }),
    onSuccess: leave,
    onError: (error) => (refusalOf(error)?.code === "NOT_FOUND" ? leave() : undefined),
  })
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-6">
      <p className="text-sm text-muted">{words.deskEvent.deleteHint}</p>
      <Dialog.Root>
        <Dialog.Trigger className={buttonLook("quiet-danger", "medium", "-mr-4")}>
          {words.deskEvent.deleteDraft}
        </Dialog.Trigger>
        <SureCard
          title={words.deskEvent.deleteTitle}
          what={words.deskEvent.deleteWhat}
          yes={words.deskEvent.deleteYes}
          no={words.deskEvent.keep}
          action={deleting}
          onYes={() => deleting.mutate()}
        />
      </Dialog.Root>
    </section>
  )
}
