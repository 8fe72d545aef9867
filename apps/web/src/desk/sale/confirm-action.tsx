import { Dialog } from "@base-ui/react/dialog"
import type { ReactNode } from "react"
import { isAnswerLost } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { useDeskSentence } from "./desk-sentence.ts"

type ConfirmActionProps = {
  title: string
  keep: string
  yes: string
  /** Not yet: something must be said first. */
  isHeld?: boolean
  look?: "danger" | "primary"
  action: { isPending: boolean; error: unknown; mutate: () => void }
  children: ReactNode
}

/** The consequences, and the two ways on. The harmless one comes first, for it gets the focus. */
export function ConfirmAction({
  title,
  keep,
  yes,
  isHeld = false,
  look = "danger",
  action,
  children,
}: ConfirmActionProps) {
  const { words } = useLanguage()
  const sentence = useDeskSentence()
  return (
    <DialogCard title={title}>
      {children}
      {action.error === null ? null : (
        <Notice tone="error">
          {isAnswerLost(action.error) ? words.deskSale.sendAgain : sentence(action.error)}
        </Notice>
      )}
      <div className="flex flex-col gap-3">
        <Dialog.Close className={buttonLook("outline", "large")}>{keep}</Dialog.Close>
        <Button
          look={look}
          size="large"
          disabled={isHeld}
          isPending={action.isPending}
          onClick={() => action.mutate()}
        >
          {yes}
        </Button>
      </div>
    </DialogCard>
  )
}
