import { useEffect, useState } from "react"
import { useSearchParams } from "wouter"
import { useLanguage } from "../language/language.ts"
import type { Words } from "../language/ko.ts"

type Problem = keyof Words["google"]["problems"]

/** By the codes that come back when somebody does not. */
const PROBLEMS: Record<string, Problem> = {
  access_denied: "cancelled",
  state_mismatch: "stale",
  state_not_found: "stale",
  state_invalid: "stale",
  invalid_code: "stale",
  no_code: "stale",
  email_not_verified: "unverified",
  email_not_found: "unverified",
  account_not_linked: "notLinked",
  unable_to_link_account: "notLinked",
  account_already_linked_to_different_user: "notLinked",
  unable_to_get_user_info: "unreachable",
}

/** Why signing in with Google came to nothing. Said once: the address does not keep it. */
export function useGoogleProblem(): string | undefined {
  const { words } = useLanguage()
  const [params, setParams] = useSearchParams()
  const [code] = useState(() => params.get("error"))
  const isInAddress = params.has("error")
  useEffect(() => {
    if (isInAddress) setParams(withoutProblem, { replace: true })
  }, [isInAddress, setParams])
  if (code === null) return undefined
  return words.google.problems[PROBLEMS[code] ?? "unknown"]
}

function withoutProblem(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(params)
  kept.delete("error")
  kept.delete("error_description")
  return kept
}
