import type { ReactNode } from "react"
import { isAnswerLost } from "../../app/api/refusals.ts"
import { type Speaking, useLanguage } from "../../app/language/language.ts"
import { clockToTheSecond } from "../sale/clocks.ts"
import { useDeskSentence } from "../sale/desk-sentence.ts"
import type { Act, Steering } from "./room-query.ts"

type AnswerProps = {
  steering: Steering
  timeZone: string
  /** The facts worth knowing before anything is pressed. */
  hint?: ReactNode
  className?: string
}

/** The change that an act has made, or why it has not, in a line that is there before it. */
export function Answer({ steering, timeZone, hint = "", className = "" }: AnswerProps) {
  const { words, formats, language } = useLanguage()
  const sentence = useDeskSentence()
  const { error, isSuccess, variables, submittedAt } = steering
  if (error !== null) {
    return (
      <p role="alert" className={`min-h-5 text-sm font-semibold text-ember ${className}`}>
        {isAnswerLost(error) ? words.deskRoom.answerLost : sentence(error)}
      </p>
    )
  }
  return (
    <output className={`block min-h-5 text-sm ${className}`}>
      {isSuccess ? (
        <span className="font-semibold text-leaf">
          {words.deskRoom.did(
            saidOf({ words, formats }, variables),
            clockToTheSecond(submittedAt, { language, timeZone }),
          )}
        </span>
      ) : (
        <span className="text-muted">{hint}</span>
      )}
    </output>
  )
}

function saidOf({ words, formats }: Pick<Speaking, "words" | "formats">, act: Act): string {
  switch (act.kind) {
    case "pause":
      return words.deskRoom.didPause
    case "resume":
      return words.deskRoom.didResume
    case "drain":
      return words.deskRoom.didDrain
    case "stop-draining":
      return words.deskRoom.didStopDraining
    case "rate":
      return words.deskRoom.didRate(formats.number(act.perMinute))
    case "capacity":
      return words.deskRoom.didCapacity(formats.number(act.capacity))
    case "say":
      return act.message === "" ? words.deskRoom.didClear : words.deskRoom.didSay
  }
}
