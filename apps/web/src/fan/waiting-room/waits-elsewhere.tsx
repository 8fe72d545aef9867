import { lazy, Suspense } from "react"
import { useAreShown, useWaits } from "./waits.ts"

const WaitingStrips = lazy(async () => ({
  default: (await import("./waiting-strip.tsx")).WaitingStrips,
}))

/** The lines in which this tab waits, on every page but those that show them in full. */
export function WaitsElsewhere() {
  const waits = useWaits()
  const shown = useAreShown()
  const elsewhere = waits.filter(({ performanceId }) => !shown.has(performanceId))
  if (elsewhere.length === 0) return null
  return (
    <Suspense fallback={<div className="h-12 bg-wash" />}>
      <WaitingStrips waits={elsewhere} />
    </Suspense>
  )
}
