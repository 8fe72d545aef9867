import { Link, useSearch } from "wouter"
import { useLanguage } from "../language/language.ts"
import { PageTitle } from "../shell/page-title.tsx"
import { AccountForm } from "./account-form.tsx"
import { Field } from "./field.tsx"
import { NAME_CHARS_MAX, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "@podo/contract/limits"
import { signUp } from "./session.ts"
import { OTHERWISE, textOf } from "./sign-in-page.tsx"

export function SignUpPage() {
  const { words } = useLanguage()
  const search = useSearch()
  return (
    <>
      <PageTitle title={words.account.signUpTitle} />
      <AccountForm
        title={words.account.signUpTitle}
        lead={words.account.signUpLead}
        submit={words.account.signUp}
        enter={(fields) =>
          signUp({
            name: textOf(fields, "name").trim(),
            email: textOf(fields, "email"),
            password: textOf(fields, "password"),
          })
        }
        otherwise={
          <>
            {words.account.haveAccount}{" "}
            <Link href={`/sign-in${search && `?${search}`}`} className={OTHERWISE}>
              {words.header.signIn}
            </Link>
          </>
        }
      >
        <SignUpFields />
      </AccountForm>
    </>
  )
}

function SignUpFields() {
  const { words } = useLanguage()
  return (
    <>
      <Field
        label={words.account.name}
        hint={words.account.nameHint}
        problem={words.account.nameMissing}
        name="name"
        autoComplete="name"
        maxLength={NAME_CHARS_MAX}
        pattern=".*\S.*"
        required
      />
      <Field
        label={words.account.email}
        problem={words.account.emailInvalid}
        name="email"
        type="email"
        autoComplete="email"
        required
      />
      <Field
        label={words.account.password}
        hint={words.account.passwordHint(PASSWORD_CHARS_MIN)}
        problem={words.account.passwordShort(PASSWORD_CHARS_MIN)}
        name="password"
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_CHARS_MIN}
        maxLength={PASSWORD_CHARS_MAX}
        required
      />
    </>
  )
}
