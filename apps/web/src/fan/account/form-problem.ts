import { createContext } from "react"
import { issuesOf, refusalOf } from "../../app/api/refusals.ts"

/** The last refusal, and the element that says it. */
export const FormProblem = createContext<{ error: unknown; noticeId: string }>({
  error: null,
  noticeId: "",
})

/** The names of the fields that a refusal is about, the first to mend first. */
export function fieldsOf(error: unknown): string[] {
  const code = refusalOf(error)?.code
  if (code === "WRONG_CREDENTIALS") return ["password"]
  if (code === "CODE_WRONG") return ["code"]
  return issuesOf(error).map(({ path }) => path)
}

/** Refused for its form: the fields themselves say what they need. */
export function isMalformed(error: unknown): boolean {
  return issuesOf(error).length > 0
}
