import { api } from "../api/trpc.ts"
import { useLanguage } from "../language/language.ts"
import type { AwaitedCode, Awaiting, GivenUp } from "./awaited-code.ts"
import { CodeForm } from "./code-form.tsx"
import { CodeLead } from "./code-lead.tsx"
import { Entrance, EntranceLink } from "./entrance.tsx"
import { forgetEmail } from "./kept-email.ts"
import { meetAnew } from "./session.ts"
import { withWayBack } from "./way-back.ts"

type SignUpCodeProps = {
  next: string
  awaiting: Awaiting
  awaited: AwaitedCode
  onGiveUp: (why: GivenUp) => void
}

export function SignUpCode({ next, awaiting, awaited, onGiveUp }: SignUpCodeProps) {
  const { words } = useLanguage()
  return (
    <Entrance
      title={words.code.title}
      lead={<CodeLead awaited={awaited} onOtherEmail={() => onGiveUp("other-email")} />}
      next={next}
    >
      <CodeForm
        awaited={awaited}
        submit={words.account.finishSignUp}
        submitsItself
        finish={async (entered) => {
          await api.account.confirmSignUp.mutate(entered)
          awaiting.use()
          forgetEmail()
          await meetAnew()
        }}
        onResent={(sent) => awaiting.sent(sent, awaited)}
        onLost={() => onGiveUp("lost")}
        ifHasAccount={
          <EntranceLink href={withWayBack("/sign-in", next)} onClick={awaiting.use}>
            {words.header.signIn}
          </EntranceLink>
        }
      />
      <p className="text-sm text-muted">{words.code.signUpNothingCame}</p>
    </Entrance>
  )
}
