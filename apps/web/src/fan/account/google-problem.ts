import type { GoogleError } from "@podo/contract/account"
import { useEffect, useState } from "react"
import { useSearchParams } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import type { Words } from "@podo/words/ko/page"

type Problem = keyof Words["google"]["problems"]

const PROBLEMS: Record<GoogleError, Problem> = {
  access_denied: "cancelled",
  state_mismatch: "stale",
  provider_failed: "unreachable",
  email_not_found: "noEmail",
  email_not_verified: "unverified",
  account_not_linked: "notLinked",
  too_many_requests: "tooMany",
  unavailable: "unknown",
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
  return words.google.problems[problemOf(code)]
}

function withoutProblem(params: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(params)
  kept.delete("error")
  kept.delete("error_description")
  return kept
}

/** The text in an address may be anything. */
function problemOf(code: string): Problem {
  return (PROBLEMS as Record<string, Problem>)[code] ?? "unknown"
}
