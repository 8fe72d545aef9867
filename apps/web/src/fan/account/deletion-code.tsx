import { Dialog } from "@base-ui/react/dialog"
import { useLocation } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import type { AwaitedCode, Awaiting } from "./awaited-code.ts"
import { CodeForm } from "./code-form.tsx"
import { SentTo } from "./code-lead.tsx"
import { meetGuest } from "../../app/session/session.ts"

type DeletionCodeProps = { awaiting: Awaiting; awaited: AwaitedCode; onKeep: () => void }

/** Not sent with its last digit, as other codes are: this cannot be undone. */
export function DeletionCode({ awaiting, awaited, onKeep }: DeletionCodeProps) {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  return (
    <>
      <Dialog.Description className="text-muted">
        <SentTo {...awaited} /> {words.deletion.forGood}
      </Dialog.Description>
      <CodeForm
        awaiting={awaiting}
        awaited={awaited}
        submit={words.deletion.confirm}
        look="danger"
        beside={
          <Dialog.Close className={buttonLook("outline", "large")} onClick={onKeep}>
            {words.deletion.keep}
          </Dialog.Close>
        }
        finish={(entered) => api.account.delete.mutate(entered)}
        onFinished={async () => {
          awaiting.use()
          navigate("/")
          tell(words.deletion.done)
          await meetGuest()
        }}
        onLost={awaiting.giveUp}
      />
    </>
  )
}
