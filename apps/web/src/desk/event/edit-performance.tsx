import { Dialog } from "@base-ui/react/dialog"
import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { DeskForm } from "../desk-form.tsx"
import { useDeskForm } from "../use-desk-form.ts"
import { askDeskEventAgain, keepDeskEvent } from "./desk-event-query.ts"
import { isSaleOpened } from "./months.ts"
import { TermsFields } from "./terms-fields.tsx"
import { judgeTerms, termsMeanwhile, termsTypingOf } from "./terms-typing.ts"

type EditPerformanceProps = {
  event: DeskEvent
  performance: DeskPerformance
  onDone: () => void
}

/** All terms of one performance; what people have decided by can only be read. */
export function EditPerformance({ event, performance, onDone }: EditPerformanceProps) {
  const { words } = useLanguage()
  const form = useDeskForm({
    values: termsTypingOf(performance, event),
    judge: (typed) => judgeTerms(typed, performance, event),
    valuesOf: (meanwhile) => {
      void askDeskEventAgain(event.eventId)
      return termsTypingOf(termsMeanwhile(performance, meanwhile), event)
    },
    send: (terms) => api.desk.editPerformance.mutate(terms),
    onDone: async (changed) => {
      tell(words.deskEvent.saved)
      onDone()
      await keepDeskEvent(changed)
    },
  })
  if (performance.cancelledAt !== null) return <Cancelled />
  const isOpened = isSaleOpened(event, performance)
  return (
    <DeskForm
      form={form}
      label={words.deskEvent.editTitle}
      submit={words.deskEvent.save}
      busy={words.deskEvent.saving}
      beside={
        <Dialog.Close className={buttonLook("outline", "large")}>
          {words.deskEvent.leave}
        </Dialog.Close>
      }
    >
      {isOpened ? (
        <p className="rounded-xl bg-amber-wash px-4 py-3 text-sm">
          {words.deskEvent.saleOpenedNote}
        </p>
      ) : null}
      <TermsFields event={event} performance={performance} isOpened={isOpened} />
    </DeskForm>
  )
}

function Cancelled() {
  const { words } = useLanguage()
  return (
    <>
      <Notice tone="info">{words.deskEvent.cancelledNote}</Notice>
      <Dialog.Close className={buttonLook("outline", "large")}>{words.close}</Dialog.Close>
    </>
  )
}
