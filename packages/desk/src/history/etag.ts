import type { AuditFacts } from "@podo/contract/desk"
import type { ETag } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"

const ETAG_CHARS = 20

/** The digest of facts, whatever the order of their names: the same facts are the same edit to come back to. */
export function etagOf(facts: AuditFacts): ETag {
  const sorted = Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const digest = new Bun.CryptoHasher("sha256").update(JSON.stringify(sorted)).digest("hex")
  return digest.slice(0, ETAG_CHARS)
}

/** Refuses with EDITED_MEANWHILE an edit of what its editor has not seen. The caller has locked what it reads. */
export function refuseUnseen(seen: ETag, now: AuditFacts) {
  const etag = etagOf(now)
  if (seen !== etag) throw new Refused({ code: "EDITED_MEANWHILE", etag, now })
}
