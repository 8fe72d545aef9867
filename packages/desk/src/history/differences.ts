import type { AuditFacts } from "@podo/contract/desk"

/** The fields in which two states differ, as the history tells them; null when nothing does. */
export function differencesOf(
  before: AuditFacts,
  after: AuditFacts,
): { before: AuditFacts; after: AuditFacts } | null {
  const fields = Object.keys(after).filter((field) => before[field] !== after[field])
  if (fields.length === 0) return null
  const only = (facts: AuditFacts) =>
    Object.fromEntries(fields.map((field) => [field, facts[field] ?? null]))
  return { before: only(before), after: only(after) }
}
