import { useLanguage } from "../language/language.ts"
import { AccountForm } from "./account-form.tsx"
import { Field } from "./field.tsx"
import { signIn } from "./session.ts"

export function SignInPage() {
  const { words } = useLanguage()
  return (
    <AccountForm
      title={words.account.signInTitle}
      lead={words.account.signInLead}
      submit={words.account.signIn}
      enter={(typed) => signIn({ email: typed("email"), password: typed("password") })}
      otherwise={{
        question: words.account.noAccount,
        word: words.header.signUp,
        path: "/sign-up",
      }}
    >
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
        problem={words.account.passwordMissing}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </AccountForm>
  )
}
