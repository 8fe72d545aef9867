import { api } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import type { AwaitedCode, Awaiting, GivenUp } from "./awaited-code.ts"
import { CodeForm } from "./code-form.tsx"
import { CodeLead } from "./code-lead.tsx"
import { Entrance, Otherwise } from "./entrance.tsx"
import { forgetTyping } from "../../app/session/kept-typing.ts"
import { meetAnew } from "../../app/session/session.ts"
import { withWayBack } from "../../app/session/way-back.ts"

type SignUpCodeProps = {
  next: string
  awaiting: Awaiting
  awaited: AwaitedCode
  onGiveUp: (why: GivenUp) => void
}

export function SignUpCode({ next, awaiting, awaited, onGiveUp }: SignUpCodeProps) {
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
