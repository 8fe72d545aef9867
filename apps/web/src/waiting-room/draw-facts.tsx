import type { Room } from "@podo/contract/waiting-room"
import { ChevronDown, ShieldCheck } from "lucide-react"
import { useRoomWords } from "../language/room-words.ts"

type DrawFactsProps = { of: Pick<Room, "seedHash" | "phase"> & { seed?: string | undefined } }

/** What makes the draw one that nobody has to believe in. For who asks. */
export function DrawFacts({ of: { seedHash, seed } }: DrawFactsProps) {
  const say = useRoomWords()
  if (seedHash === null) return null
  return (
    <details className="group rounded-3xl px-5 py-2 ring-1 ring-line ring-inset">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2.5 font-semibold">
        <ShieldCheck className="size-5 shrink-0 text-grape-ink" aria-hidden="true" />
        {say.draw.question}
        <ChevronDown
          className="ml-auto size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
          aria-hidden="true"
        />
      </summary>
      <div className="flex flex-col gap-3 pb-3 text-sm">
        <p className="text-muted">{seed === undefined ? say.draw.before : say.draw.after}</p>
        <dl className="flex flex-col gap-2">
          <Digits term={say.draw.seedHash} digits={seedHash} />
          {seed === undefined ? null : <Digits term={say.draw.seed} digits={seed} />}
        </dl>
      </div>
    </details>
  )
}

function Digits({ term, digits }: { term: string; digits: string }) {
  return (
    <div>
      <dt className="font-semibold">{term}</dt>
      <dd className="font-mono text-xs break-all select-all">{digits}</dd>
    </div>
  )
}
