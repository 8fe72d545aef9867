import { useDrawWords } from "../../../app/language/draw-words.ts"
import { useLanguage } from "../../../app/language/language.ts"
import { Notice } from "../../../app/shell/notice.tsx"
import type { OwnCheck } from "./check-own-draw.ts"

/** The result of this device's computation, in one sentence, or what does not fit. */
export function Verdict({ of }: { of: OwnCheck }) {
  const say = useDrawWords()
  if (of.kind === "insecure") return <Notice tone="warning">{say.insecure}</Notice>
  if (of.kind === "not-yet") return <Notice tone="info">{say.notYet}</Notice>
  const { wrong } = of.findings
  if (wrong.length === 0) return <Right of={of} />
  return (
    <Notice tone="error">
      <p className="font-semibold">{say.wrong}</p>
      <ul className="list-disc pl-4">
        {wrong.map((check) => (
          <li key={check}>{say.wrongs[check]}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Right({ of: { draw, findings, isGuest } }: { of: Extract<OwnCheck, { draw: unknown }> }) {
  const say = useDrawWords()
  const { formats } = useLanguage()
  const entrants = formats.number(draw.entrants ?? 0)
  const place = findings.mine?.place ?? null
  if (isGuest) return <Notice tone="success">{say.rightForGuest(entrants)}</Notice>
  if (place === null) return <Notice tone="success">{say.rightWithoutMe(entrants)}</Notice>
  return <Notice tone="success">{say.right(formats.number(place), entrants)}</Notice>
}
