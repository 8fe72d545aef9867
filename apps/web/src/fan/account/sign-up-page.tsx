import { useState } from "react"
import { Redirect, useSearch } from "wouter"
import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { EmailField, NameField, NewPasswordField } from "./account-fields.tsx"
import { AccountForm, useAccountForm } from "./account-form.tsx"
import { useAwaitedCode, type Awaiting, type GivenUp, type AwaitedCode } from "./awaited-code.ts"
import { Entrance, Otherwise } from "./entrance.tsx"
import { GoogleWay } from "./google-way.tsx"
import { keepTyping, keptTyping, forgetTyping } from "../../app/session/kept-typing.ts"
import { useMe, meetAnew } from "../../app/session/session.ts"
import { wayBack, withWayBack } from "../../app/session/way-back.ts"
import { CodeForm } from "./code-form.tsx"
import { CodeLead } from "./code-lead.tsx"

type Wish = { name: string; email: string; password: string }

export function SignUpPage() {
  const next = wayBack(useSearch())
  const awaiting = useAwaitedCode("sign-up")
  // The password is known to this page only, and only while it is open.
  const [wish, setWish] = useState<Wish>()
  const [givenUp, setGivenUp] = useState<GivenUp>()
  const { awaited } = awaiting
  // Going back to this page afterwards: there is nothing left to do here.
  if (useMe()) return <Redirect to={next} replace />
  if (awaited === null) {
    return <SignUpForm {...{ next, wish, awaiting, givenUp }} onWish={setWish} />
  }
  return (
    <SignUpCode
      next={next}
      awaiting={awaiting}
      awaited={awaited}
      onGiveUp={(why) => {
        setGivenUp(why)
        setWish(wish ?? { name: awaited.name, email: awaited.email, password: "" })
        awaiting.giveUp()
      }}
    />
  )
}

type SignUpFormProps = {
  next: string
  wish: Wish | undefined
  onWish: (wish: Wish) => void
  awaiting: Awaiting
  givenUp: GivenUp | undefined
}

function SignUpForm({ next, wish, onWish, awaiting, givenUp }: SignUpFormProps) {
  const { words, language } = useLanguage()
  const form = useAccountForm(async (typed) => {
    const wished = {
      name: typed("name").trim(),
      email: typed("email").trim(),
      password: typed("password"),
    }
    onWish(wished)
    keepTyping("email", wished.email)
    awaiting.sent(await api.account.signUp.mutate({ ...wished, language }), wished)
  })
  return (
    <Entrance title={words.account.signUpTitle} lead={words.account.signUpLead} next={next}>
      {givenUp === undefined ? null : (
        <WhatIsKept givenUp={givenUp} isAllKept={wish?.password !== ""} />
      )}
      <AccountForm form={form} submit={words.account.signUp}>
        <NameField defaultValue={wish?.name ?? keptTyping("name")} />
        <EmailField
          defaultValue={wish?.email ?? keptTyping("email")}
          isWanted={givenUp !== undefined}
        />
        <NewPasswordField label={words.account.password} defaultValue={wish?.password} />
      </AccountForm>
      <Otherwise
        question={words.account.haveAccount}
        word={words.header.signIn}
        href={withWayBack("/sign-in", next)}
      />
      <GoogleWay next={next} />
    </Entrance>
  )
}

type WhatIsKeptProps = { givenUp: GivenUp; isAllKept: boolean }

/** A password is not kept through a reload. */
function WhatIsKept({ givenUp, isAllKept }: WhatIsKeptProps) {
  const { words } = useLanguage()
  const kept = isAllKept ? words.code.typedIsKept : words.code.passwordAgain
  if (givenUp === "lost") {
    return (
      <Notice tone="warning">
        {words.code.lost} {kept}
      </Notice>
    )
  }
  return isAllKept ? null : <Notice tone="info">{kept}</Notice>
}

type SignUpCodeProps = {
  next: string
  awaiting: Awaiting
  awaited: AwaitedCode
  onGiveUp: (why: GivenUp) => void
}

function SignUpCode({ next, awaiting, awaited, onGiveUp }: SignUpCodeProps) {
  const { words } = useLanguage()
  const signInHref = withWayBack("/sign-in", next)
  return (
    <Entrance
      title={words.code.title}
      lead={<CodeLead awaited={awaited} onOtherEmail={() => onGiveUp("other-email")} />}
      next={next}
    >
      <CodeForm
        awaiting={awaiting}
        awaited={awaited}
        submit={words.account.finishSignUp}
        submitsItself
        finish={(entered) => api.account.confirmSignUp.mutate(entered)}
        onFinished={async () => {
          awaiting.use()
          forgetTyping()
          await meetAnew()
        }}
        onLost={() => onGiveUp("lost")}
        signInHref={signInHref}
      />
      <p className="text-sm text-muted">{words.code.signUpNothingCame}</p>
      <Otherwise
        question={words.account.haveAccount}
        word={words.header.signIn}
        href={signInHref}
      />
    </Entrance>
  )
}
