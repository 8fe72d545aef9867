import type { CodeSent, EnteredCode } from "@podo/contract/account"
import { useMutation } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { refusalOf } from "../api/refusals.ts"
import { api } from "../api/trpc.ts"
import { useLanguage } from "../language/language.ts"
import { useFailureSentence } from "../shell/failure.tsx"
import { Notice } from "../shell/notice.tsx"
import { AccountForm, useAccountForm, type Typed } from "./account-form.tsx"
import type { AwaitedCode } from "./awaited-code.ts"
import { CodeField } from "./code-field.tsx"
import { ResendButton } from "./resend-button.tsx"

type CodeFormProps = {
  awaited: AwaitedCode
  submit: string
  look?: "primary" | "danger"
  beside?: ReactNode
  finish: (entered: EnteredCode, typed: Typed) => Promise<void>
  onResent: (sent: CodeSent) => void
  /** Nothing is waiting for a code any more: only asking from the start helps. */
  onLost: () => void
  /** For what has no other field and can be undone. */
  submitsItself?: boolean
  /** Where it goes on when the e-mail turns out to have an account. */
  ifHasAccount?: ReactNode
  children?: ReactNode
}

/** The mailed code, and another one for whom it did not reach or who used it up. */
export function CodeForm({ awaited, submit, look, finish, onLost, ...rest }: CodeFormProps) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  const [isResent, setResent] = useState(false)
  const form = useAccountForm((typed) =>
    finish({ codeId: awaited.codeId, code: typed("code") }, typed),
  )
  const resending = useMutation({
    mutationFn: () => api.account.resendCode.mutate({ codeId: awaited.codeId }),
    onSuccess: (sent) => {
      form.forgive()
      setResent(true)
      rest.onResent(sent)
    },
    onError: (error) => {
      if (refusalOf(error)?.code === "CODE_EXPIRED") onLost()
    },
  })
  const error = form.refused?.error
  return (
    <div className="flex flex-col gap-2">
      <AccountForm
        form={form}
        submit={submit}
        look={isDead(error) ? "outline" : (look ?? "primary")}
        beside={rest.beside}
        help={refusalOf(error)?.code === "EMAIL_HAS_ACCOUNT" ? rest.ifHasAccount : null}
        news={isResent ? words.code.resent : undefined}
      >
        <CodeField key={awaited.sentAtMs} submitsItself={rest.submitsItself ?? false} />
        {rest.children}
      </AccountForm>
      <ResendButton
        key={`again ${awaited.sentAtMs}`}
        sentAtMs={awaited.sentAtMs}
        isNeeded={isDead(error)}
        isPending={resending.isPending}
        onResend={() => resending.mutate()}
      />
      {resending.error === null ? null : <Notice tone="error">{sentence(resending.error)}</Notice>}
    </div>
  )
}

/** No digits will help any more. */
function isDead(error: unknown): boolean {
  const code = refusalOf(error)?.code
  return code === "CODE_SPENT" || code === "CODE_EXPIRED"
}
