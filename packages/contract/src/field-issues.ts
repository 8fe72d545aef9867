import type { z } from "zod"

type Issue = z.core.$ZodIssue

/**
 * The issues of a malformed input, each at its own field. Of a union, only the shape that was meant is worth a
 * word: the one that lacks the fewest fields. Paths within it begin at the input.
 */
export const flatIssuesOf = (error: z.ZodError): Issue[] => error.issues.flatMap(meant)

function meant(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue]
  const [closest = []] = issue.errors.toSorted((one, other) => lacking(one) - lacking(other))
  return closest.flatMap(meant).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

const lacking = (issues: Issue[]) =>
  issues.filter(({ message }) => message.endsWith("received undefined")).length
