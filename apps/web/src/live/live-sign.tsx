import { WifiOff } from "lucide-react"
import { useLanguage } from "../language/language.ts"
import { useIsLiveAway } from "./use-live.ts"

/** Said quietly, and only when it lasts: the page goes on, a little slower. */
export function LiveSign() {
  const { words } = useLanguage()
  if (!useIsLiveAway()) return null
  return (
    <output className="flex items-center gap-2 text-sm text-muted">
      <WifiOff className="size-4 shrink-0" aria-hidden="true" />
      {words.performance.notLive}
    </output>
  )
}
