import { CODE_MINUTES } from "@podo/contract/limits"
import { useLanguage } from "../language/language.ts"

type CodeLeadProps = {
  email: string
  onOtherEmail: () => void
}

/** Where the code went, so that a slip of the finger is seen, and mended. */
export function CodeLead({ email, onOtherEmail }: CodeLeadProps) {
  const { words } = useLanguage()
  return (
    <>
      <p>
        <strong className="font-semibold text-ink">{email}</strong>
        <br />
        {words.code.sentTo(CODE_MINUTES)}
      </p>
      <button
        type="button"
        onClick={onOtherEmail}
        className="-mx-1 min-h-11 px-1 text-sm font-semibold text-grape-ink underline-offset-4 hover:underline"
      >
        {words.code.otherEmail}
      </button>
    </>
  )
}
