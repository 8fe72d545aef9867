import { useEffect, useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useSecondsLeft } from "../choosing/time-left.tsx"
import { Button } from "../../app/shell/button.tsx"

const COOL_DOWN_MS = 30_000

type ResendButtonProps = {
  sentAtMs: number
  /** The code is used up: whoever asks for another need not wait, and is led to this button. */
  isNeeded: boolean
  isPending: boolean
  onResend: () => void
}

export function ResendButton({ sentAtMs, isNeeded, isPending, onResend }: ResendButtonProps) {
  const { words } = useLanguage()
  const ref = useRef<HTMLButtonElement>(null)
  const seconds = useSecondsLeft(useState(() => coolAtMs(sentAtMs))[0])
  useEffect(() => {
    if (isNeeded) ref.current?.focus()
  }, [isNeeded])
  const mustWait = seconds > 0 && !isNeeded
  return (
    <Button
      ref={ref}
      look={isNeeded ? "primary" : "quiet"}
      size="large"
      className="disabled:bg-transparent disabled:ring-0"
      disabled={mustWait}
      isPending={isPending}
      onClick={onResend}
    >
      {mustWait ? words.code.resendIn(seconds) : words.code.resend}
    </Button>
  )
}

/** In the page's steady clock; a device whose clock was set back must not make anybody wait for hours. */
function coolAtMs(sentAtMs: number): number {
  const agoMs = Math.max(0, Date.now() - sentAtMs)
  return performance.now() + Math.max(0, COOL_DOWN_MS - agoMs)
}
