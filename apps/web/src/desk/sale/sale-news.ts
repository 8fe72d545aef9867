import { useEffect, useEffectEvent } from "react"
import { paced } from "../../app/live/paced.ts"
import { live } from "../../app/live/tab-connection.ts"

/** Numbers that change more often nobody can read, and counting them is not free. */
const EVERY_MS = 2_000

/** Does something after news of a performance: once for many, never without the last, and while one looks. */
export function useAfterNews(performanceId: string, action: () => Promise<unknown>) {
  const act = useEffectEvent(action)
  useEffect(() => {
    const ask = paced(async () => {
      await whenLookedAt()
      await act()
    }, EVERY_MS)
    return live().hear((news) => {
      if ("performanceId" in news && news.performanceId === performanceId) ask()
    })
  }, [performanceId])
}

function whenLookedAt(): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", () => resolve(), { once: true })
  })
}
