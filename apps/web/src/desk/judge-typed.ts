import { flatIssuesOf } from "@podo/contract/field-issues"
import type { FieldProblem } from "@podo/words/desk-problem"
import type { z } from "zod"
import { problemOfSentence, type Wrong } from "./field-problems.ts"

type Issue = z.core.$ZodIssue

/** The typed values as they are sent, or what is wrong with them. */
export type Judged<Sent> = { sent: Sent } | { wrongs: Wrong[] }

/**
 * Holds typed values against the schema of the procedure that takes them: the contract's rules are stated there
 * alone. A value that could not be read from its field is null in `typed`, and `unread` says why; the schema
 * is not asked about it, nor about what would follow from it.
 */
export function judgeTyped<Schema extends z.ZodType>(
  schema: Schema,
  typed: unknown,
  unread: Wrong[] = [],
): Judged<z.output<Schema>> {
  const { success, data, error } = schema.safeParse(typed, { reportInput: true })
  if (success && unread.length === 0) return { sent: data }
  const found = (success ? [] : flatIssuesOf(error))
    .filter((issue) => issue.input !== null)
    .map((issue) => ({ path: issue.path.join("."), problem: problemOf(issue) }))
  return { wrongs: [...unread, ...found] }
}

function problemOf(issue: Issue): FieldProblem {
  const known = problemOfSentence(issue.message)
  if (known !== undefined) return known
  if (issue.input === "") return "missing"
  return typeof issue.input === "number" ? "out-of-limits" : "not-valid"
}
