import type { EnteredCode } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { isAnswerLost, refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { AccountForm, useAccountForm, type Typed } from "./account-form.tsx"
import type { AwaitedCode, Awaiting } from "./awaited-code.ts"
import { CodeField } from "./code-field.tsx"
import { EntranceLink } from "./entrance.tsx"
import { keepTyping } from "../../app/session/kept-typing.ts"
import { ResendButton } from "./resend-button.tsx"
import { askMe, knownMe } from "../../app/session/session.ts"

type CodeFormProps = {
  awaiting: Awaiting
  awaited: AwaitedCode
  submit: string
  look?: "primary" | "danger"
  beside?: ReactNode
  finish: (entered: EnteredCode, typed: Typed) => Promise<unknown>
  onFinished: () => Promise<void>
  /** Nothing is waiting for a code any more: only asking from the start helps. */
  onLost: () => void
  /** For what has no other field and can be undone. */
  submitsItself?: boolean
  /** Where it goes on when there turns out to be an account already. */
  signInHref?: string
  children?: ReactNode
}

/** The mailed code, and another one for whom it did not reach or who used it up. */
export function CodeForm({ awaiting, awaited, submit, look, beside, ...rest }: CodeFormProps) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const { form, isPerhapsDone, resending, isResent } = useCode({ awaiting, awaited, ...rest })
  const error = form.refused?.error
  const isDead = isSpent(error) && !isPerhapsDone
  return (
    <div className="flex flex-col gap-2">
      <AccountForm
        form={form}
        submit={submit}
        look={isDead || isPerhapsDone ? "outline" : (look ?? "primary")}
        beside={beside}
        // Of a sheet from below, what grows above the buttons leaves them where they are.
        notice={beside === undefined ? "below" : "in-kept-room"}
        sentence={isPerhapsDone ? words.code.perhapsDone : undefined}
        help={isPerhapsDone || hasAccount(error) ? signInLink() : null}
        news={isResent ? words.code.resent : undefined}
      >
        <CodeField key={awaited.sentAtMs} submitsItself={rest.submitsItself ?? false} />
        {rest.children}
      </AccountForm>
      {isPerhapsDone ? null : (
        <ResendButton
          key={`again ${awaited.sentAtMs}`}
          sentAtMs={awaited.sentAtMs}
          isNeeded={isDead}
          isPending={resending.isPending}
          onResend={() => resending.mutate()}
        />
      )}
      {resending.error === null || isPerhapsDone ? null : (
        <Notice tone="error">{sentence(resending.error)}</Notice>
      )}
    </div>
  )

  function signInLink() {
    if (rest.signInHref === undefined) return null
    const leave = () => {
      keepTyping("email", awaited.email)
      awaiting.use()
    }
    return (
      <EntranceLink href={rest.signInHref} onClick={leave}>
        {words.header.signIn}
      </EntranceLink>
    )
  }
}

type CodeInUse = Pick<
  CodeFormProps,
  "awaiting" | "awaited" | "finish" | "onFinished" | "onLost" | "signInHref"
>

function useCode({ awaiting, awaited, finish, onFinished, onLost }: CodeInUse) {
  const [isResent, setResent] = useState(false)
  const [isPerhapsDone, setPerhapsDone] = useState(false)
  const form = useAccountForm(async (typed) => {
    try {
      await finish({ codeId: awaited.codeId, code: typed("code") }, typed)
    } catch (error) {
      if (isAnswerLost(error)) awaiting.doubt(true)
      if (refusalOf(error)?.code === "CODE_WRONG") awaiting.doubt(false)
      if (!isExpired(error) || (await fate()) !== "done") throw error
    }
    await onFinished()
  })
  const resending = useMutation({
    mutationFn: () => api.account.resendCode.mutate({ codeId: awaited.codeId }),
    onSuccess: (sent) => {
      form.forgive()
      setResent(true)
      awaiting.sent(sent, awaited)
    },
    onError: async (error) => {
      if (!isExpired(error)) return
      const became = await fate()
      if (became === "done") await onFinished()
      if (became === "expired") onLost()
    },
  })
  return { form, isPerhapsDone, resending, isResent }

  /** A code that did its work while the answer was lost looks like one that expired: who is here tells. */
  async function fate(): Promise<"expired" | "done" | "perhaps done"> {
    if (awaited.isInDoubt !== true) return "expired"
    const before = knownMe()
    const me = await askMe().catch(() => undefined)
    setPerhapsDone(me === null)
    if (me === null) return "perhaps done"
    return me !== undefined && before === null ? "done" : "expired"
  }
}

function isExpired(error: unknown): boolean {
  return refusalOf(error)?.code === "CODE_EXPIRED"
}

/** No digits will help any more. */
function isSpent(error: unknown): boolean {
  return isExpired(error) || refusalOf(error)?.code === "CODE_SPENT"
}

function hasAccount(error: unknown): boolean {
  return refusalOf(error)?.code === "EMAIL_HAS_ACCOUNT"
}
