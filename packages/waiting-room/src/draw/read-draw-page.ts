import { Refused } from "@podo/contract/refusal"
import type { DrawPage, ReadDrawPage } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/db/stores"
import { findDrawPage } from "./draw.queries.ts"

export type PublishedPage = {
  page: DrawPage
  /** What is sealed stays as it is. */
  isFixed: true
}

/** Some of the draws of a sealed lobby. Refuses with NOT_FOUND before it is sealed, and behind its last page. */
export async function readDrawPage(
  { db }: Stores,
  { performanceId, page }: ReadDrawPage,
): Promise<PublishedPage> {
  const found = await findDrawPage(db, performanceId, page)
  if (!found) throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  return { page: found, isFixed: true }
}
