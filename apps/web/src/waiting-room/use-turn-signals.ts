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

/** Before the page's own title, also when another page comes and names itself. */
function useTitlePrefix(prefix: string | undefined) {
  useEffect(() => {
    if (prefix === undefined) return undefined
    const start = `${prefix} · `
    let own = document.title
    const put = () => {
      if (document.title.startsWith(start)) return
      own = document.title
      document.title = start + own
    }
    put()
    const named = new MutationObserver(put)
    named.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => {
      named.disconnect()
      if (document.title.startsWith(start)) document.title = own
    }
  }, [prefix])
}
