import { Megaphone, Pause, RotateCw, WifiOff } from "lucide-react"
import type { ReactNode } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { hasNothingLeft } from "./chance.ts"
import type { OnSale } from "../choosing/on-sale.ts"
import type { Line } from "./line.ts"

type LineNoticesProps = { sale: OnSale; line: Line }

/** The events that change the wait, each in one sentence. The page itself goes on. */
export function LineNotices({ sale: { event }, line: { known, hasError } }: LineNoticesProps) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const isSoldOut = known.state === "waiting" && hasNothingLeft(known)
  const isIn = known.state === "waiting" || known.state === "lobby"
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {hasError ? (
        <Sentence icon={<WifiOff />} look="bg-amber-wash [&>svg]:text-amber">
          {say.notice.offline}
        </Sentence>
      ) : null}
      {known.message === "" ? null : (
        <Sentence icon={<Megaphone />} look="bg-sunken [&>svg]:text-grape-ink">
          <strong className="sr-only">{say.notice.organizer}: </strong>
          <span className="whitespace-pre-line">{known.message}</span>
        </Sentence>
      )}
      {known.paused ? (
        <Sentence icon={<Pause />} look="bg-amber-wash [&>svg]:text-amber">
          {say.notice.paused}
        </Sentence>
      ) : null}
      {known.begunAnewAt === undefined || !isIn ? null : (
        <Sentence icon={<RotateCw />} look="bg-amber-wash [&>svg]:text-amber">
          {say.notice.begunAnew(formats.clock(known.begunAnewAt, event.timeZone))}
        </Sentence>
      )}
      {isSoldOut ? (
        <Sentence icon={<Pause />} look="bg-amber-wash [&>svg]:text-amber">
          {say.notice.soldOut}
        </Sentence>
      ) : null}
    </div>
  )
}

function Sentence({
  icon,
  look,
  children,
}: {
  icon: ReactNode
  look: string
  children: ReactNode
}) {
  return (
    <output
      className={`flex items-start gap-2.5 rounded-2xl px-4 py-3 text-sm [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0 ${look}`}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
    </output>
  )
}
