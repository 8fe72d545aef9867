import type { Me } from "@podo/contract/account"
import type { ReactNode } from "react"
import { Redirect } from "wouter"
import { useLanguage } from "../language/language.ts"
import { ButtonLink } from "../shell/button.tsx"
import { PageTitle } from "../shell/page-title.tsx"
import { DeleteAccount } from "./delete-account.tsx"
import { Devices } from "./devices.tsx"
import { LanguageChoice } from "./language-choice.tsx"
import { NameLine } from "./name-line.tsx"
import { useKnownMe } from "./session.ts"
import { signInHref, withWayBack } from "./way-back.ts"

export function AccountPage() {
  const { words } = useLanguage()
  const me = useKnownMe()
  if (me === null) return <Redirect to={signInHref()} replace />
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-8">
      <PageTitle title={words.me.title} />
      <h1 className="text-2xl font-extrabold sm:text-3xl">{words.me.title}</h1>
      <Profile me={me} />
      <Devices />
      <DeleteAccount me={me} />
    </div>
  )
}

function Profile({ me }: { me: Me }) {
  const { words } = useLanguage()
  return (
    <section aria-label={words.me.profile} className="flex flex-col">
      <dl className="flex flex-col divide-y divide-line rounded-3xl bg-raised px-5 ring-1 ring-line sm:px-6">
        <NameLine me={me} />
        <Line term={words.account.email}>
          <span className="break-all">{me.email}</span>
        </Line>
        <Line term={words.me.language} hint={words.me.languageHint}>
          <LanguageChoice me={me} />
        </Line>
        <Line term={words.account.password} hint={words.me.passwordHint}>
          <ButtonLink look="outline" href={withWayBack("/password", "/account")}>
            {words.me.changePassword}
          </ButtonLink>
        </Line>
      </dl>
    </section>
  )
}

type LineProps = { term: string; hint?: string; children: ReactNode }

function Line({ term, hint, children }: LineProps) {
  return (
    <div className="flex min-h-18 items-center justify-between gap-4 py-3">
      <dt className={`flex flex-col ${hint === undefined ? "shrink-0" : ""}`}>
        <span className="font-semibold">{term}</span>
        {hint === undefined ? null : <span className="text-xs text-muted">{hint}</span>}
      </dt>
      <dd className={hint === undefined ? "min-w-0 text-right" : "shrink-0"}>{children}</dd>
    </div>
  )
}
