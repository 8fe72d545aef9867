import type { FieldIssue } from "@podo/contract/refusal"
import type { z } from "zod"

type Issue = z.core.$ZodIssue

/** The problems of a malformed input, field by field. */
export const fieldIssuesOf = (error: z.ZodError): FieldIssue[] =>
  error.issues.flatMap(meant).map(({ path, message }) => ({ path: path.join("."), message }))

/** Of a union, only the shape that was meant is worth a word: the one that lacks the fewest fields. */
function meant(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue]
  const [closest = []] = issue.errors.toSorted((one, other) => lacking(one) - lacking(other))
  // A value within a union is told by its path from there on.
  return closest.flatMap(meant).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

const lacking = (issues: Issue[]) =>
  issues.filter(({ message }) => message.endsWith("received undefined")).length
