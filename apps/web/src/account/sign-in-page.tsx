import { Link, useSearch } from "wouter"
import { useLanguage } from "../language/language.ts"
import { PageTitle } from "../shell/page-title.tsx"
import { AccountForm } from "./account-form.tsx"
import { Field } from "./field.tsx"
import { signIn } from "./session.ts"

export function SignInPage() {
  const { words } = useLanguage()
  const search = useSearch()
  return (
    <>
      <PageTitle title={words.account.signInTitle} />
      <AccountForm
        title={words.account.signInTitle}
        lead={words.account.signInLead}
        submit={words.account.signIn}
        enter={(fields) =>
          signIn({ email: textOf(fields, "email"), password: textOf(fields, "password") })
        }
        otherwise={
          <>
            {words.account.noAccount}{" "}
            <Link href={`/sign-up${search && `?${search}`}`} className={OTHERWISE}>
              {words.header.signUp}
            </Link>
          </>
        }
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
    </>
  )
}

export const OTHERWISE =
  "inline-flex min-h-11 items-center px-1 font-semibold text-grape-ink underline-offset-4 hover:underline"

export function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === "string" ? value : ""
}
