import { NAME_CHARS_MAX, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN } from "@podo/contract/limits"
import { useLanguage } from "../language/language.ts"
import { AccountForm } from "./account-form.tsx"
import { Field } from "./field.tsx"
import { signUp } from "./session.ts"

export function SignUpPage() {
  const { words } = useLanguage()
  return (
    <AccountForm
      title={words.account.signUpTitle}
      lead={words.account.signUpLead}
      submit={words.account.signUp}
      enter={(typed) =>
        signUp({
          name: typed("name").trim(),
          email: typed("email"),
          password: typed("password"),
        })
      }
      otherwise={{
        question: words.account.haveAccount,
        word: words.header.signIn,
        path: "/sign-in",
      }}
    >
      <SignUpFields />
    </AccountForm>
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
