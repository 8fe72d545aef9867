import { Dialog } from "@base-ui/react/dialog"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { ConfirmAction } from "../sale/confirm-action.tsx"
import { WhatHappens } from "../sale/what-happens.tsx"
import { keepDeskRoom } from "./room-query.ts"
import type { Person } from "./shown-people.ts"

type TakeBackProps = { performanceId: string; person: Person | null; onLeave: () => void }

/** Asks by name: the list may have moved since the finger came down. */
export function TakeBack({ performanceId, person, onLeave }: TakeBackProps) {
  const { words } = useLanguage()
  // Kept while the card leaves: it would be empty on its way out.
  const [last, setLast] = useState(person)
  if (person !== null && person !== last) setLast(person)
  const name = last?.name ?? words.deskRoom.nobody
  const taking = useMutation(
    trpc.desk.takeAdmissionBack.mutationOptions({
      onSuccess: async (room) => {
        tell(words.deskRoom.didTakeBack(name))
        onLeave()
        await keepDeskRoom(room)
      },
    }),
  )
  return (
    <Dialog.Root
      open={person !== null}
      onOpenChange={(isOpen) => {
        taking.reset()
        if (!isOpen) onLeave()
      }}
    >
      <ConfirmAction
        title={words.deskRoom.takeBackTitle(name)}
        keep={words.deskRoom.takeBackKeep}
        yes={words.deskRoom.takeBackYes}
        action={{
          ...taking,
          mutate: () => {
            if (last !== null) taking.mutate({ performanceId, userId: last.userId })
          },
        }}
      >
        <WhatHappens sentences={words.deskRoom.takeBackWhat} />
      </ConfirmAction>
    </Dialog.Root>
  )
}
