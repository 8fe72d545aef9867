import { refusalOf } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { useFailureSentence } from "../../app/shell/failure.tsx"

/** The problem, where there is no field to say it at: the problem itself rather than "look again". */
export function useDeskSentence(): (error: unknown) => string {
  const { words } = useLanguage()
  const failureSentence = useFailureSentence()
  return (error) => {
    const refusal = refusalOf(error)
    if (refusal?.code !== "NOT_VALID" || refusal.problems.length === 0) {
      return failureSentence(error)
    }
    const problems = new Set(refusal.problems.map(({ problem }) => problem))
    return [...problems].map((problem) => words.desk.problems[problem]).join(" ")
  }
}
