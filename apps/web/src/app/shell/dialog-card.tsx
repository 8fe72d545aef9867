import { Dialog } from "@base-ui/react/dialog"
import { type ReactNode, useRef } from "react"

/** A sheet from below on a phone, a card in the middle elsewhere. */
export function DialogCard({ title, children }: { title: string; children: ReactNode }) {
  const card = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Portal>
      <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-200 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
      <Dialog.Viewport className="fixed inset-0 z-50 flex justify-center overflow-y-auto sm:p-6">
        {/* Margins, not alignment: of a card higher than the screen the top must stay in reach. */}
        <Dialog.Popup
          ref={card}
          initialFocus={(opened) => opened === "touch" || firstToChange(card.current)}
          className="mt-auto flex h-fit w-full max-w-lg flex-col gap-5 rounded-t-3xl bg-raised p-6 pb-[max(1.5rem,env(safe-area-inset-bottom))] text-ink shadow-float transition-[opacity,translate] duration-200 outline-none data-[ending-style]:translate-y-4 data-[ending-style]:opacity-0 data-[starting-style]:translate-y-4 data-[starting-style]:opacity-0 sm:my-auto sm:rounded-3xl sm:p-8"
        >
          <Dialog.Title className="text-xl font-extrabold">{title}</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Viewport>
    </Dialog.Portal>
  )
}

/** Typing begins in a field that can be written; where there is none, in the first one. */
function firstToChange(card: HTMLElement | null): HTMLElement | true {
  const hasFixed = card?.querySelector("input[readonly]") !== null
  return (hasFixed && card?.querySelector<HTMLElement>("input:not([readonly])")) || true
}
