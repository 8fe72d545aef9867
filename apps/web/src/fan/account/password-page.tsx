import { useState } from "react"
import { useLocation, useSearch } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { EmailField, NewPasswordField } from "./account-fields.tsx"
import { AccountForm, useAccountForm } from "./account-form.tsx"
import { useAwaitedCode, type AwaitedCode, type Awaiting, type GivenUp } from "./awaited-code.ts"
import { CodeForm } from "./code-form.tsx"
import { CodeLead } from "./code-lead.tsx"
import { Entrance, EntranceLink, Otherwise } from "./entrance.tsx"
import { forgetTyping, keepTyping, keptTyping } from "../../app/session/kept-typing.ts"
import { meetAnew, useKnownMe } from "../../app/session/session.ts"
import { wayBack, withWayBack } from "../../app/session/way-back.ts"

/** One way for whoever forgot the password and whoever wants another: who reads the mail may choose. */
export function PasswordPage() {
  const me = useKnownMe()
  const next = wayBack(useSearch(), me === null ? "/" : "/account")
  const awaiting = useAwaitedCode("password")
  const [email, setEmail] = useState(() => me?.email ?? keptTyping("email"))
  const [givenUp, setGivenUp] = useState<GivenUp>()
  const isGuest = me === null
  const { awaited } = awaiting
  if (awaited === null) {
    return <AskForCode {...{ next, email, isGuest, awaiting, givenUp }} onEmail={setEmail} />
  }
  return (
    <NewPassword
      {...{ next, isGuest, awaiting, awaited }}
      onGiveUp={(why) => {
        setGivenUp(why)
        setEmail(awaited.email)
        awaiting.giveUp()
      }}
    />
  )
}

type AskForCodeProps = {
  next: string
  email: string
  onEmail: (email: string) => void
  isGuest: boolean
  awaiting: Awaiting
  givenUp: GivenUp | undefined
}

function AskForCode({ next, email, onEmail, isGuest, awaiting, givenUp }: AskForCodeProps) {
  const { words, language } = useLanguage()
  const form = useAccountForm(async (typed) => {
    const asked = typed("email").trim()
    onEmail(asked)
    keepTyping("email", asked)
    const sent = await api.account.requestPassword.mutate({ email: asked, language })
    awaiting.sent(sent, { email: asked, name: "" })
  })
  return (
    <Entrance title={words.password.title} lead={words.password.lead} next={next}>
      {givenUp === "lost" ? (
        <Notice tone="warning">
          {words.code.lost} {words.code.typedIsKept}
        </Notice>
      ) : null}
      <AccountForm form={form} submit={words.password.ask}>
        <EmailField defaultValue={email} isWanted={givenUp !== undefined} />
      </AccountForm>
      {isGuest ? (
        <Otherwise
          question={words.password.remembered}
          word={words.header.signIn}
          href={withWayBack("/sign-in", next)}
        />
      ) : (
        <p className="text-center text-sm">
          <EntranceLink href={next}>{words.password.back}</EntranceLink>
        </p>
      )}
    </Entrance>
  )
}

type NewPasswordProps = {
  next: string
  awaiting: Awaiting
  awaited: AwaitedCode
  isGuest: boolean
  onGiveUp: (why: GivenUp) => void
}

function NewPassword({ next, isGuest, awaiting, awaited, onGiveUp }: NewPasswordProps) {
  const { words } = useLanguage()
  const [, navigate] = useLocation()
  return (
    <Entrance
      title={words.password.newTitle}
      lead={<CodeLead awaited={awaited} onOtherEmail={() => onGiveUp("other-email")} />}
      next={next}
    >
      <CodeForm
        awaiting={awaiting}
        awaited={awaited}
        submit={words.password.set}
        finish={(entered, typed) =>
          api.account.setPassword.mutate({ ...entered, password: typed("password") })
        }
        onFinished={async () => {
          awaiting.use()
          forgetTyping()
          await meetAnew()
          navigate(next, { replace: true })
          tell(words.password.done)
        }}
        onLost={() => onGiveUp("lost")}
        signInHref={withWayBack("/sign-in", next)}
      >
        {/* Tells a password keeper whose password this is. */}
        <input hidden readOnly autoComplete="username" value={awaited.email} />
        <NewPasswordField label={words.password.newPassword} />
      </CodeForm>
      <p className="text-sm text-muted">
        {words.password.othersOut} {words.password.nothingCame}
      </p>
      {isGuest ? (
        <Otherwise
          question={words.account.noAccount}
          word={words.header.signUp}
          href={withWayBack("/sign-up", next)}
        />
      ) : null}
    </Entrance>
  )
}
