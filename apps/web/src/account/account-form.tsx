import { useMutation } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useLocation, useSearch } from "wouter"
import { useLanguage } from "../language/language.ts"
import { Button } from "../shell/button.tsx"
import { GrapeMark } from "../shell/grape-mark.tsx"
import { Notice } from "../shell/notice.tsx"
import { PASSWORD_CHARS_MIN } from "@podo/contract/limits"
import { AccountProblemError, type AccountProblem } from "./session.ts"
import { wayBack } from "./way-back.ts"

type AccountFormProps = {
  title: string
  lead: string
  submit: string
  enter: (fields: FormData) => Promise<void>
  children: ReactNode
  otherwise: ReactNode
}

export function AccountForm({ title, lead, submit, enter, children, otherwise }: AccountFormProps) {
  const { words } = useLanguage()
  const next = wayBack(useSearch())
  const [, navigate] = useLocation()
  const entering = useMutation({
    mutationFn: enter,
    onSuccess: () => navigate(next, { replace: true }),
  })
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6 py-6 sm:py-14">
      <div className="flex flex-col gap-2">
        <GrapeMark className="mb-2 size-12" />
        <h1 className="text-2xl font-extrabold">{title}</h1>
        <p className="text-muted">{lead}</p>
        {next.includes("/performances/") ? (
          <p className="text-sm font-medium text-grape-ink">{words.account.keptSelection}</p>
        ) : null}
      </div>
      <form
        className="flex flex-col gap-4"
        onSubmit={(submitted) => {
          submitted.preventDefault()
          entering.mutate(new FormData(submitted.currentTarget))
        }}
      >
        {children}
        {entering.error === null ? null : <Problem error={entering.error} />}
        <Button type="submit" size="large" disabled={entering.isPending} className="mt-2">
          {entering.isPending ? words.account.busy : submit}
        </Button>
      </form>
      <p className="text-center text-sm text-muted">{otherwise}</p>
    </div>
  )
}

function Problem({ error }: { error: Error }) {
  const { words } = useLanguage()
  const sentences: Record<AccountProblem, string> = {
    wrong: words.account.wrong,
    emailTaken: words.account.emailTaken,
    emailInvalid: words.account.emailInvalid,
    passwordShort: words.account.passwordShort(PASSWORD_CHARS_MIN),
    tooMany: words.account.tooMany,
    unreachable: words.failure.unreachable,
    unknown: words.failure.unknown,
  }
  const problem = error instanceof AccountProblemError ? error.problem : "unknown"
  return <Notice tone="error">{sentences[problem]}</Notice>
}
