import { useEffect } from "react"
import { ChevronRight } from "lucide-react"
import { Link } from "wouter"
import { useMe } from "../../app/session/session.ts"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { isInLine, type KnownStanding } from "./ahead.ts"
import { useEntering } from "./use-entering.ts"
import { useStanding } from "./use-standing.ts"
import { useSpoken } from "./use-spoken.ts"
import { useTurnSignals } from "./use-turn-signals.ts"
import { useWaitWords } from "./wait-time.tsx"
import { forgetWait, type Wait } from "./waits.ts"

/** On the other pages: where one stands in line, and the way back. While it is there, so is the person. */
export function WaitingStrips({ waits }: { waits: readonly Wait[] }) {
  const say = useRoomWords()
  const me = useMe()
  if (!me) return null
  return (
    <aside aria-label={say.strip.label} className="sticky top-16 z-20 flex flex-col">
      {waits.map((wait) => (
        <WaitingStrip key={wait.performanceId} wait={wait} />
      ))}
    </aside>
  )
}

function WaitingStrip({ wait }: { wait: Wait }) {
  const { performanceId } = wait
  const { named } = useLanguage()
  const { data: known } = useStanding(performanceId)
  const title = named(wait.title, wait.englishTitle)
  useEntering({ performanceId, known, hasBooked: true })
  useTurnSignals({ performanceId, known, title })
  const isOver = known && !isInLine(known) && !known.isLost && known.state !== "admitted"
  useEffect(() => {
    if (isOver) forgetWait(performanceId)
  }, [isOver, performanceId])
  if (known === undefined || isOver) return <div className="h-12 bg-wash" />
  return <StripLine known={known} title={title} href={wait.href} />
}

type StripLineProps = { known: KnownStanding; title: string; href: string }

function StripLine({ known, title, href }: StripLineProps) {
  const say = useRoomWords()
  const time = useWaitWords(known)
  const words = useStripWords(known)
  const isTurn = known.state === "admitted"
  const spoken = useSpoken(words, known.state)
  return (
    <Link
      href={href}
      className={`block ${isTurn ? "bg-grape text-white hover:bg-grape-deep" : "bg-wash text-grape-ink hover:bg-wash-line"}`}
    >
      <span className="mx-auto flex min-h-12 max-w-6xl items-center gap-2 px-4 text-sm sm:px-6">
        <strong className="shrink-0 tabular-nums">{words}</strong>
        {known.state === "waiting" && time !== undefined ? (
          <span className="min-w-0 truncate tabular-nums">· {time}</span>
        ) : null}
        <span className="min-w-0 flex-1 truncate">{title}</span>
        <span className="flex shrink-0 items-center font-semibold">
          {isTurn ? say.strip.goIn : say.strip.back}
          <ChevronRight className="size-4" aria-hidden="true" />
        </span>
        <span aria-live={isTurn ? "assertive" : "polite"} className="sr-only">
          {spoken}
        </span>
      </span>
    </Link>
  )
}

function useStripWords({ state, position }: KnownStanding): string {
  const say = useRoomWords()
  const { formats } = useLanguage()
  if (state === "admitted") return say.strip.turn
  if (state === "absent") return say.strip.called
  if (position === undefined) return say.strip.lobby
  return say.strip.position(formats.number(position))
}
