import { Dialog } from "@base-ui/react/dialog"
import type { Me } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { useRef } from "react"
import { Link, useLocation } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { useAwaitedCode, type Awaiting, type AwaitedCode } from "./awaited-code.ts"
import { tell } from "../../app/shell/toasts.tsx"
import { CodeForm } from "./code-form.tsx"
import { SentTo } from "./code-lead.tsx"
import { meetGuest } from "../../app/session/session.ts"

export function DeleteAccount({ me }: { me: Me }) {
  const { words } = useLanguage()
  const awaiting = useAwaitedCode("deletion")
  const hasChangedMind = useRef(false)
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-6">
      <p className="text-sm text-muted">{words.deletion.openHint}</p>
      <Dialog.Root
        onOpenChangeComplete={(isOpen) => {
          // Not before the card is gone: it would show its first page once more on its way out.
          if (!isOpen && hasChangedMind.current) awaiting.giveUp()
          hasChangedMind.current = false
        }}
      >
        <Dialog.Trigger className={buttonLook("quiet-danger", "medium", "-mr-4")}>
          {words.deletion.open}
        </Dialog.Trigger>
        <DialogCard title={words.deletion.title}>
          {awaiting.awaited === null ? (
            <WhatIsLost me={me} awaiting={awaiting} />
          ) : (
            <DeletionCode
              awaiting={awaiting}
              awaited={awaiting.awaited}
              onKeep={() => {
                hasChangedMind.current = true
              }}
            />
          )}
        </DialogCard>
      </Dialog.Root>
    </section>
  )
}

function WhatIsLost({ me, awaiting }: { me: Me; awaiting: Awaiting }) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const asking = useMutation({
    mutationFn: () => api.account.requestDeletion.mutate(),
    onSuccess: (sent) => awaiting.sent(sent, me),
  })
  return (
    <>
      <dl className="flex flex-col gap-3">
        <Fate term={words.deletion.erased}>{words.deletion.erasedWhat}</Fate>
        <Fate term={words.deletion.stays}>{words.deletion.staysWhat}</Fate>
      </dl>
      <Notice tone="warning">
        <p>{words.deletion.upcoming}</p>
        <Link
          href="/bookings"
          className="inline-flex min-h-11 items-center font-semibold text-grape-ink underline underline-offset-4"
        >
          {words.deletion.seeBookings}
        </Link>
      </Notice>
      {asking.error === null ? null : <Notice tone="error">{sentence(asking.error)}</Notice>}
      <div className="grid gap-2 sm:grid-cols-2">
        <Dialog.Close className={buttonLook("outline", "large")}>
          {words.deletion.keep}
        </Dialog.Close>
        <Button
          look="danger"
          size="large"
          isPending={asking.isPending}
          onClick={() => asking.mutate()}
        >
          {asking.isPending ? words.account.busy : words.deletion.ask}
        </Button>
      </div>
    </>
  )
}

function Fate({ term, children }: { term: string; children: string }) {
  return (
    <div className="grid grid-cols-[4.5rem_1fr] gap-3">
      <dt className="text-sm leading-6 text-muted">{term}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  )
}

type DeletionCodeProps = { awaiting: Awaiting; awaited: AwaitedCode; onKeep: () => void }

/** Not sent with its last digit, as other codes are: this cannot be undone. */
function DeletionCode({ awaiting, awaited, onKeep }: DeletionCodeProps) {
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
