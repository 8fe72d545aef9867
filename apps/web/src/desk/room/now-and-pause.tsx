import { Pause, Play } from "lucide-react"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Answer } from "./answer.tsx"
import { type Steering, useSteer } from "./room-query.ts"
import { roomNowOf, type RoomOfSale } from "./room-state.ts"
import type { RoomNow } from "@podo/words/room-now"

const DOTS: Record<RoomNow, string> = {
  away: "bg-ember",
  before: "bg-line-strong",
  lobby: "bg-grape-ink",
  "paused-lobby": "bg-amber",
  "letting-in": "bg-leaf",
  paused: "bg-amber",
  keeping: "bg-grape-ink",
  "sold-out": "bg-line-strong",
  over: "bg-line-strong",
}

/** The state of the room, and the way to stop it: one press, and one to go on. */
export function NowAndPause({ sale, desk, room }: RoomOfSale) {
  const { words } = useLanguage()
  const steering = useSteer(sale.performance.performanceId)
  const isOver = sale.performance.saleState === "closed"
  const now = isOver ? "over" : roomNowOf(desk, serverNowMs())
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        {/* As high as its longest sentence on a phone: the button stays where the thumb is. */}
        <div
          aria-live="polite"
          className="flex min-h-21 min-w-0 flex-1 basis-64 flex-col sm:min-h-14"
        >
          <p className="flex items-center gap-2.5 text-xl font-extrabold">
            <span className={`size-3 shrink-0 rounded-full ${DOTS[now]}`} aria-hidden="true" />
            {words.deskRoom.nows[now]}
          </p>
          <p className="text-sm text-muted">
            <Meaning now={now} {...{ sale, desk, room }} />
          </p>
        </div>
        {isOver ? null : <PauseOrResume steering={steering} isPaused={room?.paused ?? false} />}
      </div>
      <Answer steering={steering} timeZone={sale.timeZone} className="sm:text-right" />
    </div>
  )
}

type PauseOrResumeProps = { steering: Steering; isPaused: boolean }

/** The brake stands out, and so does the way on once it is pulled. */
function PauseOrResume({ steering, isPaused }: PauseOrResumeProps) {
  const { words } = useLanguage()
  const Icon = isPaused ? Play : Pause
  return (
    <Button
      look={isPaused ? "primary" : "danger"}
      size="large"
      isPending={steering.isPending}
      className="min-w-40 max-sm:w-full"
      onClick={() => steering.mutate({ kind: isPaused ? "resume" : "pause" })}
    >
      <Icon className="size-5" aria-hidden="true" />
      {isPaused ? words.deskRoom.resume : words.deskRoom.pause}
    </Button>
  )
}

function Meaning({ now, sale, desk, room }: RoomOfSale & { now: RoomNow }) {
  const { words } = useLanguage()
  const sentence = useMeaning(now, { sale, desk, room })
  if (room?.draining !== true || now === "over" || now === "sold-out") return sentence
  return `${sentence} ${words.deskRoom.drainingNow}`
}

function useMeaning(now: RoomNow, { sale, desk }: RoomOfSale): string {
  const { words, formats } = useLanguage()
  const when = (instant: string) => formats.dayAndClock(instant, sale.timeZone)
  switch (now) {
    case "away":
      return words.deskRoom.away
    case "before":
      return words.deskRoom.opensAt(when(desk.room?.lobbyOpensAt ?? sale.performance.saleOpensAt))
    case "lobby":
      return words.deskRoom.lobbyNow(when(sale.performance.saleOpensAt))
    case "paused-lobby":
      return words.deskRoom.pausedLobby
    case "letting-in":
      return words.deskRoom.lettingIn
    case "paused":
      return words.deskRoom.paused
    case "keeping":
      return words.deskRoom.keeping
    case "sold-out":
      return words.deskRoom.soldOutNow
    case "over":
      return words.deskRoom.over
  }
}
