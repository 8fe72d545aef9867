import { Dialog } from "@base-ui/react/dialog"
import type { ReactNode } from "react"
import { useLanguage } from "../app/language/language.ts"
import { Button, buttonLook } from "../app/shell/button.tsx"
import { DialogCard } from "../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../app/shell/failure.tsx"
import { Notice } from "../app/shell/notice.tsx"
import { wrongsOf } from "./field-problems.ts"

type SureCardProps = {
  title: string
  what: string
  yes: string
  no: string
  action: { error: Error | null; isPending: boolean }
  onYes: () => void
  children?: ReactNode
}

/** Asks once more before what cannot be undone, and says why it could not be done. */
export function SureCard({ title, what, yes, no, action, onYes, children }: SureCardProps) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const [wrong] = wrongsOf(action.error)
  return (
    <DialogCard title={title}>
      {children}
      <Dialog.Description className="text-muted">{what}</Dialog.Description>
      {action.error === null ? null : (
        <Notice tone="error">
          {wrong === undefined ? sentence(action.error) : words.desk.problems[wrong.problem]}
        </Notice>
      )}
      <div className="grid gap-2 sm:grid-cols-2">
        <Dialog.Close className={buttonLook("outline", "large")}>{no}</Dialog.Close>
        <Button look="danger" size="large" isPending={action.isPending} onClick={onYes}>
          {action.isPending ? words.account.busy : yes}
        </Button>
      </div>
    </DialogCard>
  )
}
