import { useState } from "react"
import { Redirect, useSearch } from "wouter"
import { api } from "../api/trpc.ts"
import { useLanguage } from "../language/language.ts"
import { Notice } from "../shell/notice.tsx"
import { EmailField, NameField, NewPasswordField } from "./account-fields.tsx"
import { AccountForm, useAccountForm } from "./account-form.tsx"
import { useAwaitedCode, type Awaiting, type GivenUp } from "./awaited-code.ts"
import { Entrance, Otherwise } from "./entrance.tsx"
import { GoogleWay } from "./google-way.tsx"
import { keepEmail, keptEmail } from "./kept-email.ts"
import { useMe } from "./session.ts"
import { SignUpCode } from "./sign-up-code.tsx"
import { wayBack, withWayBack } from "./way-back.ts"

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
    keepEmail(wished.email)
    awaiting.sent(await api.account.signUp.mutate({ ...wished, language }), wished)
  })
  return (
    <Entrance title={words.account.signUpTitle} lead={words.account.signUpLead} next={next}>
      {givenUp === "lost" ? <Notice tone="warning">{words.code.lost}</Notice> : null}
      <AccountForm form={form} submit={words.account.signUp}>
        <NameField defaultValue={wish?.name} />
        <EmailField defaultValue={wish?.email ?? keptEmail()} isWanted={givenUp !== undefined} />
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
