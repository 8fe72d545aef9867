import { Dialog } from "@base-ui/react/dialog"
import { type ReactNode, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { ConfirmAction } from "./confirm-action.tsx"
import { release, useHouseAction } from "./house-query.ts"

type ReleaseButtonProps = {
  performanceId: string
  places: readonly number[]
  /** Says which places, for whoever hears the button without its row. */
  label: string
  what: string
  /** The button is gone with its row: somebody must take the focus. */
  onReleased: () => void
  children: ReactNode
}

/** Asks once more: in a rush a released place is somebody's within a second. */
export function ReleaseButton({
  performanceId,
  places,
  label,
  what,
  onReleased,
  children,
}: ReleaseButtonProps) {
  const { words, formats } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const releasing = useHouseAction(performanceId, release, ({ length }) => {
    tell(words.deskSale.releasedNow(formats.number(length)))
    setOpen(false)
    onReleased()
  })
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(next) => {
        releasing.reset()
        setOpen(next)
      }}
    >
      <Dialog.Trigger aria-label={label} className={buttonLook("quiet", "medium", "shrink-0")}>
        {children}
      </Dialog.Trigger>
      <ConfirmAction
        title={words.deskSale.releaseTitle(formats.number(places.length))}
        keep={words.deskSale.keep}
        look="primary"
        yes={words.deskSale.releaseCount(formats.number(places.length))}
        action={{ ...releasing, mutate: () => releasing.mutate(places) }}
      >
        <p className="font-semibold">{what}</p>
        <Dialog.Description className="text-muted">{words.deskSale.releaseHint}</Dialog.Description>
      </ConfirmAction>
    </Dialog.Root>
  )
}
