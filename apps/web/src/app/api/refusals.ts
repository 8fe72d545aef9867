import type { FieldIssue, Refusal } from "@podo/contract/refusal"
import { TRPCClientError } from "@trpc/client"

type ErrorData = { refusal?: Refusal | null; issues?: FieldIssue[] | null; httpStatus?: number }

/** The domain's "no", if that is what the error is. */
export function refusalOf(error: unknown): Refusal | undefined {
  return dataOf(error)?.refusal ?? undefined
}

/** The page shows a guest from now on, and needs no other word about it. */
export function mustSignIn(error: unknown): boolean {
  return refusalOf(error)?.code === "SIGN_IN_REQUIRED"
}

/** No answer came: nobody knows whether the server did what was asked. */
export function isAnswerLost(error: unknown): boolean {
  return error !== null && refusalOf(error) === undefined && dataOf(error) === undefined
}

/** Worth asking again by itself: the server was out of reach or broken, not of another opinion. */
export function isPassing(error: unknown): boolean {
  const data = dataOf(error)
  if (data === undefined) return true
  if (data.refusal) return data.refusal.code === "STORE_UNAVAILABLE"
  return (data.httpStatus ?? 500) >= 500
}

function dataOf(error: unknown): ErrorData | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  return (error.data as ErrorData | null | undefined) ?? undefined
}

/** Which fields of what was sent are not as they must be. */
export function issuesOf(error: unknown): readonly FieldIssue[] {
  return dataOf(error)?.issues ?? []
}
