import { RotateCw } from "lucide-react"
import { useEffect, useEffectEvent } from "react"
import { isAnswerLost, refusalOf } from "../api/refusals.ts"
import { ownZone } from "../language/formats.ts"
import { type Speaking, useLanguage } from "../language/language.ts"
import { refusalSentence } from "@podo/words/refusals"
import { Button } from "./button.tsx"
import { Empty } from "./empty.tsx"
import { NotFound } from "./not-found.tsx"
import { PageTitle } from "./page-title.tsx"
import { WayOn } from "./way-on.tsx"

type FailureProps = { error: unknown; onRetry: () => void; title?: string; hint?: string }

/** The part that could not be shown, why, and the way to try again. */
export function Failure({ error, onRetry, title, hint }: FailureProps) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  useWhenOnline(onRetry)
  if (refusalOf(error)?.code === "NOT_FOUND") return <NotFound hint={sentence(error)} />
  // To ask again would be refused again.
  if (refusalOf(error)?.code === "NOT_ALLOWED") return <NotAllowed hint={sentence(error)} />
  return (
    <div role="alert">
      <Empty
        title={title ?? words.failure.title}
        hint={hint === undefined ? sentence(error) : `${hint} ${sentence(error)}`}
      >
        <Button look="outline" onClick={onRetry}>
          <RotateCw className="size-4" aria-hidden="true" />
          {words.retry}
        </Button>
      </Empty>
    </div>
  )
}

function NotAllowed({ hint }: { hint: string }) {
  const { words } = useLanguage()
  return (
    <>
      <PageTitle title={words.failure.notAllowedTitle} />
      <Empty level="h1" title={words.failure.notAllowedTitle} hint={hint}>
        <WayOn />
      </Empty>
    </>
  )
}

/** A person who comes out of a tunnel should not have to press anything. */
function useWhenOnline(onRetry: () => void) {
  const retry = useEffectEvent(onRetry)
  useEffect(() => {
    const back = () => retry()
    addEventListener("online", back)
    return () => removeEventListener("online", back)
  }, [])
}

/** One sentence for whatever went wrong, on pages that know no seats. */
export function useFailureSentence(): (error: unknown) => string {
  const speaking = useLanguage()
  return (error) => failureSentence(speaking, error)
}

export function failureSentence({ words, formats }: Speaking, error: unknown): string {
  const refusal = refusalOf(error)
  if (refusal !== undefined) {
    return refusalSentence(words.refusals, refusal, {
      when: (instant) => formats.dayAndClock(instant, ownZone()),
      places: (places) => formats.list(places.map((place) => formats.number(place + 1))),
      number: formats.number,
    })
  }
  return isAnswerLost(error) ? words.failure.unreachable : words.failure.unknown
}
