import { useLanguage } from "../../app/language/language.ts"
import { Failure } from "../../app/shell/failure.tsx"
import { AdmissionBar } from "./admission-bar.tsx"
import { Lobby } from "./lobby.tsx"
import { InLine } from "./in-line.tsx"
import { OutOfLine } from "./out-of-line.tsx"
import { RoomSkeleton } from "./room-skeleton.tsx"
import { useEntering } from "./use-entering.ts"
import { useFocusKept } from "./use-focus-kept.ts"
import { useKeptWait } from "./use-kept-wait.ts"
import { useStanding } from "./use-standing.ts"
import { useTurnSignals } from "./use-turn-signals.ts"
import type { InRoom } from "./line.ts"
import { useShown } from "./waits.ts"

/** Waiting, being let in, and being inside: one page that goes on by itself. */
export function OwnRoom({ sale, isHolding, inside }: InRoom) {
  const { event, performance } = sale
  const { performanceId } = performance
  const { named } = useLanguage()
  const { data: known, error, refetch } = useStanding(performanceId)
  const entering = useEntering({ performanceId, known, hasBooked: performance.mine })
  useShown(performanceId)
  useKeptWait(event, performance, known)
  useTurnSignals({ performanceId, known, title: named(event.title, event.englishTitle) })

  const isInside = isHolding || known?.state === "admitted"
  const place = useFocusKept(isInside ? "inside" : known?.state)
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-32 outline-none">
      {part()}
    </div>
  )

  function part() {
    if (known === undefined) {
      if (isHolding) return inside
      if (error === null) return <RoomSkeleton />
      return <Failure error={error} onRetry={() => void refetch()} />
    }
    if (isInside) {
      return (
        <div className="flex flex-col gap-6">
          <AdmissionBar performanceId={performanceId} known={known} isHolding={isHolding} />
          {inside}
        </div>
      )
    }
    const line = { known, hasError: error !== null }
    if (known.state === "waiting") return <InLine sale={sale} line={line} />
    const isBefore = known.state === "closed" && known.phase === "closed" && !known.draining
    if (known.state === "lobby" || isBefore) return <Lobby sale={sale} line={line} />
    return <OutOfLine sale={sale} line={line} entering={entering} />
  }
}
