import { Dialog } from "@base-ui/react/dialog"
import { useMutation } from "@tanstack/react-query"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import type { KnownStanding } from "./ahead.ts"
import { leaveRoom } from "./standing-query.ts"

export const leaveLook = buttonLook("quiet", "medium", "text-muted!")

type LeaveLineProps = { performanceId: string; known: KnownStanding }

/** Quiet, and never by accident: what is lost cannot be had back. */
export function LeaveLine({ performanceId, known }: LeaveLineProps) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const { position } = known
  return (
    <div className="flex justify-center">
      <Dialog.Root>
        <Dialog.Trigger className={leaveLook}>{say.leave.ask}</Dialog.Trigger>
        <LeaveDialog
          performanceId={performanceId}
          what={
            position === undefined ? say.leave.lobby : say.leave.position(formats.number(position))
          }
          hint={say.leave.inLine}
          stay={say.leave.no}
        />
      </Dialog.Root>
    </div>
  )
}

type LeaveDialogProps = { performanceId: string; what: string; hint?: string; stay: string }

export function LeaveDialog({ performanceId, what, hint, stay }: LeaveDialogProps) {
  const say = useRoomWords()
  const sentence = useFailureSentence()
  const leaving = useMutation({ mutationFn: () => leaveRoom(performanceId) })
  return (
    <DialogCard title={say.leave.title}>
      <p>{what}</p>
      {hint === undefined ? null : <p className="text-sm text-muted">{hint}</p>}
      {leaving.error === null ? null : <Notice tone="error">{sentence(leaving.error)}</Notice>}
      <div className="flex flex-col-reverse gap-2 sm:grid sm:grid-cols-2">
        <Button
          look="danger"
          size="large"
          isPending={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          {say.leave.yes}
        </Button>
        <Dialog.Close className={buttonLook("primary", "large")}>{stay}</Dialog.Close>
      </div>
    </DialogCard>
  )
}
