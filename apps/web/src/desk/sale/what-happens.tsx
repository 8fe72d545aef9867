import { Dialog } from "@base-ui/react/dialog"

/** The consequences, one by one, read out when the dialog opens. */
export function WhatHappens({ sentences }: { sentences: readonly string[] }) {
  return (
    <Dialog.Description render={<ul />} className="flex list-disc flex-col gap-2 pl-5 text-muted">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Dialog.Description>
  )
}
