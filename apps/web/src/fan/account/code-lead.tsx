import { ownZone } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import type { AwaitedCode } from "./awaited-code.ts"

/** The element that describes a code field. */
export const SENT_TO_ID = "code-sent-to"

/** Where the code went, so that a slip of the finger is seen; and a time that is still right after a reload. */
export function SentTo({ email, expiresAt }: AwaitedCode) {
  const { words, formats } = useLanguage()
  return (
    <span id={SENT_TO_ID}>
      <strong title={email} className="line-clamp-2 font-semibold wrap-anywhere text-ink">
        {email}
      </strong>{" "}
      {words.code.sentTo(formats.clock(expiresAt, ownZone()))}
    </span>
  )
}

type CodeLeadProps = { awaited: AwaitedCode; onOtherEmail: () => void }

export function CodeLead({ awaited, onOtherEmail }: CodeLeadProps) {
  const { words } = useLanguage()
  return (
    <>
      <p>
        <SentTo {...awaited} />
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
