import type { GoogleError } from "@podo/contract/account"
import type { Words } from "@podo/words/ko/page"
import { type ReactNode, useEffect, useState } from "react"
import { Redirect, useSearch, useSearchParams } from "wouter"
import { refusalOf } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { EmailField, PasswordField } from "./account-fields.tsx"
import { AccountForm, useAccountForm } from "./account-form.tsx"
import { Entrance, EntranceLink, Otherwise } from "./entrance.tsx"
import { GoogleWay } from "./google-way.tsx"
import { forgetTyping, keptTyping } from "../../app/session/kept-typing.ts"
import { signIn, useMe } from "../../app/session/session.ts"
import { useSignedOutElsewhere } from "../../app/session/signed-out-elsewhere.ts"
import { wayBack, withWayBack } from "../../app/session/way-back.ts"

export function SignInPage() {
  const next = wayBack(useSearch())
  const { words } = useLanguage()
  const googleProblem = useGoogleProblem()
  const isSignedOut = useSignedOutElsewhere()
  const form = useAccountForm(async (typed) => {
    await signIn({ email: typed("email"), password: typed("password") })
    forgetTyping()
  })
  // Going back to this page afterwards: there is nothing left to do here.
  if (useMe()) return <Redirect to={next} replace />
  const passwordHref = withWayBack("/password", next)
  return (
    <Entrance title={words.account.signInTitle} lead={words.account.signInLead} next={next}>
      {isSignedOut && form.refused === null ? (
        <Notice tone="info">{words.account.signedOutElsewhere}</Notice>
      ) : null}
      {googleProblem === undefined || form.refused !== null ? null : (
        <Notice tone="error">{googleProblem}</Notice>
      )}
      <AccountForm
        form={form}
        submit={words.account.signIn}
        help={helpWith(form.refused?.error, passwordHref, words.account.passwordByCode)}
      >
        <EmailField defaultValue={keptTyping("email")} />
        <PasswordField />
      </AccountForm>
      <div className="flex flex-col items-center">
        <EntranceLink href={passwordHref}>{words.account.forgot}</EntranceLink>
        <Otherwise
          question={words.account.noAccount}
          word={words.header.signUp}
          href={withWayBack("/sign-up", next)}
        />
      </div>
      <GoogleWay next={next} />
    </Entrance>
  )
}

/** Waiting is not the only way: a code by mail is another way in. */
function helpWith(error: unknown, href: string, word: string): ReactNode {
  if (refusalOf(error)?.code !== "TOO_MANY_REQUESTS") return null
  return <EntranceLink href={href}>{word}</EntranceLink>
}

type Problem = keyof Words["google"]["problems"]

const PROBLEMS: Record<GoogleError, Problem> = {
  access_denied: "cancelled",
  state_mismatch: "stale",
  provider_failed: "unreachable",
  email_not_found: "noEmail",
  email_not_verified: "unverified",
  account_not_linked: "notLinked",
  too_many_requests: "tooMany",
  unavailable: "unknown",
}

/** Why signing in with Google came to nothing. Said once: the address does not keep it. */
function useGoogleProblem(): string | undefined {
  const { words } = useLanguage()
  const [params, setParams] = useSearchParams()
  const [code] = useState(() => params.get("error"))
  const isInAddress = params.has("error")
  useEffect(() => {
    if (isInAddress) setParams(withoutProblem, { replace: true })
  }, [isInAddress, setParams])
  if (code === null) return undefined
  return words.google.problems[problemOf(code)]
}

function withoutProblem(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(params)
  kept.delete("error")
  kept.delete("error_description")
  return kept
}

/** The text in an address may be anything. */
function problemOf(code: string): Problem {
  return (PROBLEMS as Record<string, Problem>)[code] ?? "unknown"
}
