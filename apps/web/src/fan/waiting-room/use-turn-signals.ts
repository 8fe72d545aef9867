import { useEffect, useEffectEvent, useId, useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import type { KnownStanding } from "./ahead.ts"
import { type Call, titleOf } from "./tab-title.ts"
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
    // A person who arrives inside knows it already.
    if (isTurn && wasKnown.current === false) call()
    wasKnown.current = isTurn
  }, [known, isTurn])
  useTitle(callOf())

  function callOf(): Call | undefined {
    if (isTurn) return { words: `● ${say.turn.title}`, isTurn }
    if (known?.state !== "waiting" || known.position === undefined) return undefined
    return { words: `${formats.number(known.position)}${say.line.ordinal()}`, isTurn }
  }
}

const tabTitle = titleOf(document)
// Another page comes and names itself.
const naming = new MutationObserver(tabTitle.show)

function useTitle(call: Call | undefined) {
  const line = useId()
  const { words, isTurn = false } = call ?? {}
  useEffect(() => {
    if (words === undefined) return endTitle(line)
    tabTitle.say(line, { words, isTurn })
    return naming.observe(document.head, { childList: true, subtree: true, characterData: true })
  }, [line, words, isTurn])
  useEffect(() => () => endTitle(line), [line])
}

function endTitle(line: string) {
  if (!tabTitle.end(line)) naming.disconnect()
}
