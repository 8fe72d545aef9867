import type { CodePurpose, CodeSent } from "@podo/contract/account"
import { useState } from "react"

/** A code that is on its way. Survives a reload, so nothing secret may be in it. */
export type AwaitedCode = CodeSent & {
  email: string
  name: string
  sentAtMs: number
  /** It was entered and the answer was lost: nobody here knows whether it has done its work. */
  isInDoubt?: boolean
}

/** Why somebody is back at the form: of their own will, or because the server knows the code no more. */
export type GivenUp = "other-email" | "lost"

const FORGOTTEN_AFTER_MS = 60 * 60 * 1000

export type Awaiting = ReturnType<typeof useAwaitedCode>

/** The code that this tab waits for, kept until it is used or given up. */
export function useAwaitedCode(purpose: CodePurpose) {
  const key = `podo.code.${purpose}`
  const [awaited, setAwaited] = useState(() => parseAwaited(sessionStorage.getItem(key)))
  const keep = (code: AwaitedCode) => {
    sessionStorage.setItem(key, JSON.stringify(code))
    setAwaited(code)
  }
  return {
    awaited,
    sent: (sent: CodeSent, { email, name }: { email: string; name: string }) =>
      keep({ ...sent, email, name, sentAtMs: Date.now() }),
    doubt: (isInDoubt: boolean) => {
      if (awaited !== null) keep({ ...awaited, isInDoubt })
    },
    giveUp: () => {
      sessionStorage.removeItem(key)
      setAwaited(null)
    },
    /** It has served; the page that asked for it is about to be left and need not show its form again. */
    use: () => sessionStorage.removeItem(key),
  }
}

/** A kept value may come from an older release, or from hours ago: anything unexpected is nothing. */
export function parseAwaited(text: string | null, nowMs = Date.now()): AwaitedCode | null {
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Partial<AwaitedCode>
    const words = [kept.codeId, kept.email, kept.name, kept.expiresAt]
    if (!words.every((word) => typeof word === "string")) return null
    const ageMs = nowMs - Number(kept.sentAtMs)
    return ageMs >= 0 && ageMs < FORGOTTEN_AFTER_MS ? (kept as AwaitedCode) : null
  } catch {
    return null
  }
}
