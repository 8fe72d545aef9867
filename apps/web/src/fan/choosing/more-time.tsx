import { Clock } from "lucide-react"
import { useRef } from "react"
import { Button } from "../../app/shell/button.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import type { LiveHold } from "./hold-query.ts"
import { useSecondsLeft } from "./time-left.tsx"
import type { Extend } from "./use-extend.ts"

/** From here on it is offered so that nobody overlooks it, and said once. */
const PROMINENT_SECONDS = 120

type MoreTimeProps = { hold: LiveHold; extend: Extend; isBusy: boolean }

/** More time for who needs it: there from the start, for nobody knows beforehand how long they will take. */
export function MoreTime({ hold, extend, isBusy }: MoreTimeProps) {
  const say = useChoosingWords()
  const box = useRef<HTMLDivElement>(null)
  const isSoon = useSecondsLeft(hold.lapsesAtMs) <= PROMINENT_SECONDS
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex min-h-11 shrink-0 items-center justify-end outline-none"
    >
      <output className="sr-only">{hold.extendable && isSoon ? say.time.soon : null}</output>
      {hold.extendable ? (
        <Button
          look={isSoon ? "outline" : "quiet"}
          className={`whitespace-nowrap ${isSoon ? "bg-amber-wash! ring-amber!" : "max-lg:-mr-4 lg:-ml-4"}`}
          isPending={extend.isPending}
          disabled={isBusy}
          // The button goes away when it has done its action.
          onClick={() => extend.extend(hold, { onSuccess: () => box.current?.focus() })}
        >
          <Clock className="size-4" aria-hidden="true" />
          {say.time.more}
        </Button>
      ) : (
        <output className="text-sm text-muted">{say.time.used}</output>
      )}
    </div>
  )
}
