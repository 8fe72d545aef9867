import { Dialog } from "@base-ui/react/dialog"
import { useMutation } from "@tanstack/react-query"
import { useLocation } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { meetGuest } from "../../app/session/session.ts"

export function SignOutEverywhere() {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const [, navigate] = useLocation()
  const leaving = useMutation({
    mutationFn: () => api.account.endAllSessions.mutate(),
    onSuccess: async () => {
      navigate("/")
      tell(words.devices.allEnded)
      await meetGuest()
    },
  })
  return (
    <Dialog.Root>
      <Dialog.Trigger className={buttonLook("quiet", "medium", "self-start")}>
        {words.devices.endAll}
      </Dialog.Trigger>
      <DialogCard title={words.devices.endAllTitle}>
        <Dialog.Description className="text-muted">{words.devices.endAllHint}</Dialog.Description>
        {leaving.error === null ? null : <Notice tone="error">{sentence(leaving.error)}</Notice>}
        <div className="grid gap-2 sm:grid-cols-2">
          <Dialog.Close className={buttonLook("outline", "large")}>
            {words.devices.endAllNo}
          </Dialog.Close>
          <Button size="large" isPending={leaving.isPending} onClick={() => leaving.mutate()}>
            {leaving.isPending ? words.account.busy : words.devices.end}
          </Button>
        </div>
      </DialogCard>
    </Dialog.Root>
  )
}
