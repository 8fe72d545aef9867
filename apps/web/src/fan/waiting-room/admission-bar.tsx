import { Dialog } from "@base-ui/react/dialog"
import { Timer } from "lucide-react"
import { useState } from "react"
import { useRoomWords } from "../../app/language/room-words.ts"
import { clockOf, digitsOf, spokenMark } from "../choosing/countdown.ts"
import { useSecondsLeft } from "../choosing/time-left.tsx"
import type { KnownStanding } from "./ahead.ts"
import { LeaveDialog, leaveLook } from "./leave-line.tsx"

type AdmissionBarProps = { performanceId: string; known: KnownStanding; isHolding: boolean }

/** Above the places: that one is inside, and for how long. A hold has a time of its own. */
export function AdmissionBar({ performanceId, known, isHolding }: AdmissionBarProps) {
  const { admittedUntilMs } = known
  if (known.state !== "admitted" || admittedUntilMs === undefined) return null
  return (
    <Inside
      key={known.admittedUntil}
      performanceId={performanceId}
      untilMs={admittedUntilMs}
      isHolding={isHolding}
    />
  )
}

const SOON_SECONDS = 60

type InsideProps = { performanceId: string; untilMs: number; isHolding: boolean }

function Inside({ performanceId, untilMs, isHolding }: InsideProps) {
  const say = useRoomWords()
  const seconds = useSecondsLeft(untilMs)
  const [atFirst] = useState(seconds)
  const clock = clockOf(seconds)
  const minutes = clock.hours * 60 + clock.minutes
  const mark = spokenMark(seconds)
  const spoken =
    mark === undefined
      ? say.turn.spoken(Math.max(1, Math.round(atFirst / 60)))
      : say.turn.announce(mark)
  const look =
    seconds <= SOON_SECONDS && !isHolding ? "bg-ember-wash text-ember" : "bg-wash text-grape-ink"
  return (
    <section
      aria-label={say.turn.title}
      className={`-mt-2 flex items-center gap-x-3 rounded-2xl px-4 py-2 ${look} ${isHolding ? "" : "top-16 z-20 pr-2 [@media(min-height:30rem)]:sticky"}`}
    >
      <p className="min-w-0 grow">
        {isHolding ? null : <strong className="block sm:text-lg">{say.turn.title}</strong>}
        <span className={`block text-sm text-ink ${isHolding ? "" : "max-sm:sr-only"}`}>
          {isHolding ? say.turn.held : say.turn.hint}
        </span>
      </p>
      <p className="flex items-center gap-1.5 whitespace-nowrap">
        <Timer className="size-5" aria-hidden="true" />
        <span className="text-sm font-medium max-sm:sr-only">{say.turn.left}</span>
        <strong
          role="timer"
          aria-label={`${say.turn.left} ${say.turn.clock(minutes, clock.seconds)}`}
          className="text-xl tabular-nums"
        >
          {digitsOf({ hours: 0, minutes, seconds: clock.seconds })}
        </strong>
      </p>
      {isHolding ? null : (
        <Dialog.Root>
          <Dialog.Trigger className={leaveLook}>{say.leave.fromInside}</Dialog.Trigger>
          <LeaveDialog
            performanceId={performanceId}
            what={say.leave.inside}
            stay={say.leave.stay}
          />
        </Dialog.Root>
      )}
      <span aria-live="assertive" className="sr-only">
        {spoken}
      </span>
    </section>
  )
}
