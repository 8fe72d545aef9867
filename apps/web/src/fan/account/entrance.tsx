import type { ReactNode } from "react"
import { Link } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import { choiceKeyOf } from "../choosing/choice.ts"
import { GrapeMark } from "../../app/shell/grape-mark.tsx"
import { PageTitle } from "../../app/shell/page-title.tsx"

type EntranceProps = {
  title: string
  lead: ReactNode
  /** Where it leads. */
  next: string
  children: ReactNode
}

/** The one column in which people sign up, sign in and choose a password. */
export function Entrance({ title, lead, next, children }: EntranceProps) {
  const { words } = useLanguage()
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6 py-2 sm:py-14">
      <PageTitle title={title} />
      <div className="flex flex-col gap-2">
        <GrapeMark className="mb-2 size-12" />
        <h1 className="text-2xl font-extrabold">{title}</h1>
        <div className="text-muted">{lead}</div>
        {leadsToChoice(next) ? (
          <p className="text-sm font-medium text-grape-ink">{words.account.keptSelection}</p>
        ) : null}
      </div>
      {children}
    </div>
  )
}

type OtherwiseProps = { question: string; word: string; href: string }

/** For whoever came to the wrong page of them. */
export function Otherwise({ question, word, href }: OtherwiseProps) {
  return (
    <p className="text-center text-sm text-muted">
      {question} <EntranceLink href={href}>{word}</EntranceLink>
    </p>
  )
}

type EntranceLinkProps = { href: string; onClick?: () => void; children: ReactNode }

/** Does not add to the history: back leads to where the person came from. */
export function EntranceLink({ href, onClick, children }: EntranceLinkProps) {
  return (
    <Link
      replace
      href={href}
      {...(onClick && { onClick })}
      className="-mx-1 inline-flex min-h-11 items-center px-1 text-sm font-semibold text-grape-ink underline-offset-4 hover:underline"
    >
      {children}
    </Link>
  )
}

/** Whether something is chosen at the performance that the way back leads to. */
function leadsToChoice(next: string): boolean {
  const performanceId = /\/performances\/([^/?]+)/.exec(next)?.[1]
  return performanceId !== undefined && sessionStorage.getItem(choiceKeyOf(performanceId)) !== null
}
