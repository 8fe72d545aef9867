import {
  EMAIL_CHARS_MAX,
  NAME_CHARS_MAX,
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
} from "@podo/contract/limits"
import { Eye, EyeOff } from "lucide-react"
import { useEffect, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Field } from "./field.tsx"
import { keepTyping } from "../../app/session/kept-typing.ts"

type Given = { defaultValue?: string | undefined }

export function NameField({ defaultValue = "" }: Given) {
  const { words } = useLanguage()
  return (
    <Field
      label={words.account.name}
      hint={words.account.nameHint}
      problem={words.account.nameMissing}
      name="name"
      autoComplete="name"
      maxLength={NAME_CHARS_MAX}
      pattern=".*\S.*"
      required
      defaultValue={defaultValue}
      onChange={(changed) => keepTyping("name", changed.currentTarget.value)}
    />
  )
}

type EmailFieldProps = Given & {
  /** The person came back to this very field. */
  isWanted?: boolean
}

export function EmailField({ defaultValue = "", isWanted = false }: EmailFieldProps) {
  const { words } = useLanguage()
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isWanted) ref.current?.focus()
  }, [isWanted])
  return (
    <Field
      ref={ref}
      label={words.account.email}
      problem={words.account.emailInvalid}
      name="email"
      type="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={EMAIL_CHARS_MAX}
      required
      defaultValue={defaultValue}
      onChange={(changed) => keepTyping("email", changed.currentTarget.value)}
    />
  )
}

export function PasswordField() {
  const { words } = useLanguage()
  const shown = useShown()
  return (
    <Field
      {...shown}
      label={words.account.password}
      problem={words.account.passwordMissing}
      name="password"
      autoComplete="current-password"
      maxLength={PASSWORD_CHARS_MAX}
      required
    />
  )
}

export function NewPasswordField({ label, defaultValue = "" }: Given & { label: string }) {
  const { words } = useLanguage()
  const shown = useShown()
  return (
    <Field
      {...shown}
      label={label}
      hint={words.account.passwordHint(PASSWORD_CHARS_MIN)}
      problem={words.account.passwordShort(PASSWORD_CHARS_MIN)}
      name="password"
      autoComplete="new-password"
      minLength={PASSWORD_CHARS_MIN}
      maxLength={PASSWORD_CHARS_MAX}
      required
      defaultValue={defaultValue}
    />
  )
}

/** A password is hidden until whoever types it wants to see it. */
function useShown() {
  const { words } = useLanguage()
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  const tool = (
    <button
      type="button"
      aria-label={isShown ? words.account.hidePassword : words.account.showPassword}
      onClick={() => setShown(!isShown)}
      className="absolute inset-y-1 right-1 grid w-11 place-items-center rounded-lg text-muted hover:text-ink"
    >
      <Icon className="size-5" aria-hidden="true" />
    </button>
  )
  return { type: isShown ? "text" : "password", tool, autoCapitalize: "none", spellCheck: false }
}
