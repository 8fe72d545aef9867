import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useMe } from "../../../app/session/session.ts"
import { useDrawWords } from "../../../app/language/draw-words.ts"
import { useLanguage } from "../../../app/language/language.ts"
import { Button } from "../../../app/shell/button.tsx"
import { useFailureSentence } from "../../../app/shell/failure.tsx"
import { Notice } from "../../../app/shell/notice.tsx"
import { checkOwnDraw, type OwnCheck } from "./check-own-draw.ts"
import { Digits } from "./digits.tsx"
import { drawOptions } from "./draw-options.ts"

type PublishedDrawProps = {
  performanceId: string
  /** Known from elsewhere, before the draw itself is here. */
  seed: string | undefined
  hashSeen: string
}

/** The draw after the opening, and the button that computes it again. */
export function PublishedDraw({ performanceId, seed, hashSeen }: PublishedDrawProps) {
  const say = useDrawWords()
  const { formats } = useLanguage()
  const sentence = useFailureSentence()
  const me = useMe()
  const { data: draw, error } = useQuery(drawOptions(performanceId))
  const [part, setPart] = useState(0)
  const check = useMutation({
    mutationFn: () => checkOwnDraw({ performanceId, hashSeen, onProgress: setPart }),
    onMutate: () => setPart(0),
  })
  const shownSeed = draw?.seed ?? seed
  const failed = check.error ?? error
  return (
    <>
      <dl className="flex flex-col gap-2">
        {shownSeed ? <Digits term={say.seed}>{shownSeed}</Digits> : null}
        {draw?.digest ? (
          <>
            <Digits term={say.entrants}>{say.people(formats.number(draw.entrants ?? 0))}</Digits>
            <Digits term={say.digest}>{draw.digest}</Digits>
          </>
        ) : null}
      </dl>
      {draw && !draw.digest ? <p className="text-muted">{say.sealing}</p> : null}
      <Button
        look="outline"
        isPending={check.isPending}
        className="self-start"
        onClick={() => check.mutate()}
      >
        {check.isPending
          ? say.checking(`${Math.round(part * 100)}%`)
          : me
            ? say.check
            : say.checkAll}
      </Button>
      {failed && !check.isPending ? <Notice tone="error">{sentence(failed)}</Notice> : null}
      {check.data && !check.isPending && !check.error ? <Verdict of={check.data} /> : null}
    </>
  )
}

/** The result of this device's computation, in one sentence, or what does not fit. */
function Verdict({ of }: { of: OwnCheck }) {
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
