import type { Room } from "@podo/contract/waiting-room"
import { ChevronDown, ShieldCheck } from "lucide-react"
import { useState } from "react"
import { useDrawWords } from "../../../app/language/draw-words.ts"
import { Notice } from "../../../app/shell/notice.tsx"
import { Digits } from "./digits.tsx"
import { PublishedDraw } from "./published-draw.tsx"

type DrawCheckProps = {
  performanceId: string
  of: Pick<Room, "seedHash" | "phase"> & { seed?: string | undefined }
}

/** The proof that makes the draw one that needs no belief: it is fetched only by a person who asks. */
export function DrawCheck({ performanceId, of }: DrawCheckProps) {
  if (of.seedHash === null) return null
  return <Draw key={performanceId} performanceId={performanceId} of={of} seedHash={of.seedHash} />
}

function Draw({ performanceId, of, seedHash }: DrawCheckProps & { seedHash: string }) {
  const say = useDrawWords()
  const [isOpen, setOpen] = useState(false)
  const [hashSeen] = useState(() => hashSeenFirst(performanceId, seedHash))
  const hasOpened = of.seed !== undefined || of.phase === "open" || of.phase === "sold-out"
  return (
    <div className="flex flex-col gap-3">
      {hashSeen === seedHash ? null : <Notice tone="error">{say.changed}</Notice>}
      <details
        className="group rounded-3xl px-5 py-2 ring-1 ring-line ring-inset"
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary className="flex min-h-11 cursor-pointer items-center gap-2.5 font-semibold">
          <ShieldCheck className="size-5 shrink-0 text-grape-ink" aria-hidden="true" />
          {say.question}
          <ChevronDown
            className="ml-auto size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
            aria-hidden="true"
          />
        </summary>
        <div className="flex flex-col gap-3 pb-3 text-sm">
          <p className="text-muted">{hasOpened ? say.after : say.before}</p>
          <dl className="flex flex-col gap-2">
            <Digits term={say.seedHash}>{seedHash}</Digits>
          </dl>
          {isOpen && hasOpened ? (
            <PublishedDraw performanceId={performanceId} seed={of.seed} hashSeen={hashSeen} />
          ) : null}
        </div>
      </details>
    </div>
  )
}

const keyOf = (performanceId: string) => `podo.seed-hash.${performanceId}`

/**
 * The hash of a draw's seed that this browser was shown first, on whichever visit: a seed that is changed afterwards
 * is noticed by everybody who has looked.
 */
function hashSeenFirst(performanceId: string, seedHash: string): string {
  const key = keyOf(performanceId)
  const seen = localStorage.getItem(key)
  if (seen !== null) return seen
  localStorage.setItem(key, seedHash)
  return seedHash
}
