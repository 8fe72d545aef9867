import { WifiOff } from "lucide-react"
import { useLanguage } from "../language/language.ts"
import { useIsLiveAway } from "./use-live.ts"

/** Said quietly, and only when it lasts: the page goes on, a little slower. In the gap above, so that nothing moves. */
export function LiveSign() {
  const { words } = useLanguage()
  const isAway = useIsLiveAway()
  return (
    <output className="relative -mb-4 block h-0 text-sm text-muted">
      {isAway ? (
        <span className="absolute inset-x-0 -top-6 flex items-center gap-1.5">
          <WifiOff className="size-4 shrink-0" aria-hidden="true" />
          <span className="truncate">{words.performance.notLive}</span>
        </span>
      ) : null}
    </output>
  )
}
