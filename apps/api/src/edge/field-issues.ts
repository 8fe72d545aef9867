import { flatIssuesOf } from "@podo/contract/field-issues"
import type { FieldIssue } from "@podo/contract/refusal"
import type { z } from "zod"

/** The problems of a malformed input, field by field, as they travel in an answer. */
export const fieldIssuesOf = (error: z.ZodError): FieldIssue[] =>
  flatIssuesOf(error).map(({ path, message }) => ({ path: path.join("."), message }))
