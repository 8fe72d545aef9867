import { Radio } from "@base-ui/react/radio"
import { RadioGroup } from "@base-ui/react/radio-group"
import type { Me, Language } from "@podo/contract/account"
import { useEffect, useEffectEvent, type ReactNode } from "react"
import { Redirect } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { useAwaitedCode } from "./awaited-code.ts"
import { DeleteAccount } from "./delete-account.tsx"
import { Devices } from "./devices.tsx"
import { forgetTyping } from "../../app/session/kept-typing.ts"
import { NameLine } from "./name-line.tsx"
import { useKnownMe } from "../../app/session/session.ts"
import { forgetSignedOut } from "../../app/session/signed-out-elsewhere.ts"
import { signInHref, withWayBack } from "../../app/session/way-back.ts"
import { useChooseLanguage } from "../../app/session/choose-language.ts"

export function AccountPage() {
  const { words } = useLanguage()
  const me = useKnownMe()
  if (me === null) return <Leave />
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

/** Whose account may just have been deleted has nothing to sign in to. */
function Leave() {
  const { words } = useLanguage()
  const { awaited, use } = useAwaitedCode("deletion")
  const isDeleted = awaited?.isInDoubt === true
  const sayGoodbye = useEffectEvent(() => {
    use()
    forgetTyping()
    forgetSignedOut()
    tell(words.deletion.wentThrough)
  })
  useEffect(() => {
    if (isDeleted) sayGoodbye()
  }, [isDeleted])
  return <Redirect to={isDeleted ? "/" : signInHref()} replace />
}

function Profile({ me }: { me: Me }) {
  const { words } = useLanguage()
  return (
    <section aria-label={words.me.profile} className="flex flex-col">
      <dl className="flex flex-col divide-y divide-line rounded-3xl bg-raised px-5 ring-1 ring-line sm:px-6">
        <NameLine me={me} />
        <Line term={words.account.email}>
          <span className="wrap-anywhere">{me.email}</span>
        </Line>
        <Line term={words.me.language} hint={words.me.languageHint}>
          <LanguageChoice />
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
    <div className="flex min-h-18 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
      {/* A long hint goes on in a second line; only when that is of no use does the line part in two. */}
      <dt className={`flex flex-col ${hint === undefined ? "shrink-0" : "flex-1 basis-28"}`}>
        <span className="font-semibold">{term}</span>
        {hint === undefined ? null : <span className="text-xs text-muted">{hint}</span>}
      </dt>
      <dd className={hint === undefined ? "min-w-0 flex-1 basis-28 text-right" : "min-w-0"}>
        {children}
      </dd>
    </div>
  )
}

const LANGUAGES = ["ko", "en"] as const satisfies Language[]

function LanguageChoice() {
  const { words, language: spoken } = useLanguage()
  const choose = useChooseLanguage()
  return (
    <RadioGroup
      aria-label={words.me.language}
      value={spoken}
      onValueChange={(language: Language) => choose(language)}
      className="flex flex-wrap rounded-xl bg-sunken p-1"
    >
      {LANGUAGES.map((language) => (
        <Radio.Root
          key={language}
          value={language}
          lang={language}
          className="flex min-h-11 cursor-pointer items-center rounded-lg px-4 text-sm font-semibold text-muted data-[checked]:bg-raised data-[checked]:text-ink data-[checked]:shadow-card data-[checked]:ring-1 data-[checked]:ring-line-strong"
        >
          {words.me.languages[language]}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
