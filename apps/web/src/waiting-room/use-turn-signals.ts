import { useEffect, useEffectEvent, useRef } from "react"
import { useLanguage } from "../language/language.ts"
import { useRoomWords } from "../language/room-words.ts"
import type { KnownStanding } from "./ahead.ts"
import { playTurn } from "./turn-sound.ts"
import { notify } from "./turn-notification.ts"

const VIBRATION_MS = [200, 120, 200, 120, 400]

type Turn = { performanceId: string; known: KnownStanding | undefined; title: string }

/** Calls somebody whose turn it is, by every way that they have allowed, once; and tells it in the tab's title. */
export function useTurnSignals({ performanceId, known, title }: Turn) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const isTurn = known?.state === "admitted"
  const wasKnown = useRef<boolean>(undefined)
  const call = useEffectEvent(() => {
    playTurn()
    navigator.vibrate?.(VIBRATION_MS)
    notify({ title: say.turn.title, body: say.tell.notified(title), tag: performanceId })
  })
  useEffect(() => {
    if (known === undefined) return
    // Whoever arrives inside knows it already.
    if (isTurn && wasKnown.current === false) call()
    wasKnown.current = isTurn
  }, [known, isTurn])
  useTitlePrefix(prefixOf())

  function prefixOf(): string | undefined {
    if (isTurn) return `● ${say.turn.title}`
    if (known?.state !== "waiting" || known.position === undefined) return undefined
    return `${formats.number(known.position)}${say.line.ordinal()}`
  }
}

/** Before the page's own title, which stays what it is. */
function useTitlePrefix(prefix: string | undefined) {
  useEffect(() => {
    if (prefix === undefined) return undefined
    const own = document.title
    document.title = `${prefix} · ${own}`
    return () => {
      // A page that has come meanwhile has named itself.
      if (document.title === `${prefix} · ${own}`) document.title = own
    }
  }, [prefix])
}
