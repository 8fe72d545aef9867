import { useMutation } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { Link, Redirect, useLocation, useSearch } from "wouter"
import { choiceKeyOf } from "../performance/choice.ts"
import { useLanguage } from "../language/language.ts"
import { Button } from "../shell/button.tsx"
import { GrapeMark } from "../shell/grape-mark.tsx"
import { Notice } from "../shell/notice.tsx"
import { PageTitle } from "../shell/page-title.tsx"
import { PASSWORD_CHARS_MIN } from "@podo/contract/limits"
import { AccountProblemError, useMe, type AccountProblem } from "./session.ts"
import { wayBack } from "./way-back.ts"

type AccountFormProps = {
  title: string
  lead: string
  submit: string
  /** Is handed what was typed, by the name of the field. */
  enter: (typed: (name: string) => string) => Promise<void>
  children: ReactNode
  /** For whoever came to the wrong one of the two. */
  otherwise: { question: string; word: string; path: string }
}

export function AccountForm({ title, lead, submit, enter, children, otherwise }: AccountFormProps) {
  const { words } = useLanguage()
  const search = useSearch()
  const next = wayBack(search)
  const [, navigate] = useLocation()
  const entering = useMutation({
    mutationFn: (fields: FormData) => enter((name) => textOf(fields, name)),
    onSuccess: () => navigate(next, { replace: true }),
  })
  // Going back to this page afterwards: there is nothing left to do here.
  if (useMe()) return <Redirect to={next} replace />
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6 py-2 sm:py-14">
      <PageTitle title={title} />
      <div className="flex flex-col gap-2">
        <GrapeMark className="mb-2 size-12" />
        <h1 className="text-2xl font-extrabold">{title}</h1>
        <p className="text-muted">{lead}</p>
        {leadsToChoice(next) ? (
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
      <p className="text-center text-sm text-muted">
        {otherwise.question}{" "}
        <Link
          replace
          href={`${otherwise.path}${search && `?${search}`}`}
          className="inline-flex min-h-11 items-center px-1 font-semibold text-grape-ink underline-offset-4 hover:underline"
        >
          {otherwise.word}
        </Link>
      </p>
    </div>
  )
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === "string" ? value : ""
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

/** Whether something is chosen at the performance that the way back leads to. */
function leadsToChoice(next: string): boolean {
  const performanceId = /\/performances\/([^/?]+)/.exec(next)?.[1]
  return performanceId !== undefined && sessionStorage.getItem(choiceKeyOf(performanceId)) !== null
}
