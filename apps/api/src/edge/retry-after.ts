import type { Refusal } from "@podo/contract/refusal"

const MS_PER_SECOND = 1_000

/**
 * The header that says in whole seconds when to come again, for whoever is refused for a while: of several refusals
 * in one answer, when all of them may be over. Nothing where no refusal says a time.
 */
export function retryAfterOf(
  refusals: (Refusal | undefined)[],
): Record<"retry-after", string> | undefined {
  const waits = refusals.flatMap((refusal) =>
    refusal && "retryAfterMs" in refusal ? [refusal.retryAfterMs] : [],
  )
  if (waits.length === 0) return undefined
  return { "retry-after": String(Math.ceil(Math.max(...waits) / MS_PER_SECOND)) }
}
