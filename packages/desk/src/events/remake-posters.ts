import { setPosterFile } from "@podo/catalog/posters.queries"
import type { EventId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import { insertOutbox } from "@podo/db/outbox.queries"
import { inTransaction } from "@podo/db/transaction"
import { drawnPosterOf, type PosterFile, uploadedPosterOf } from "@podo/posters/poster-file"
import { findPosterToRemake, listPostersAfter } from "./desk-posters.queries.ts"

const PER_PAGE = 200

export type Remade = { remade: number; drawn: number }

/**
 * Makes posters anew that were uploaded before Podo did so by itself, and draws those from the title that are no
 * pictures; each change is told by the outbox. Harmless to repeat, also beside organizers who change posters.
 * Returns how many were made anew, and how many are drawn now.
 * @param from goes through the events after this one only, by their ids; through all without it
 */
export async function remakePosters(db: Database, from: EventId | "" = ""): Promise<Remade> {
  const counts: Remade = { remade: 0, drawn: 0 }
  let after = from
  for (;;) {
    const page = await listPostersAfter(db, after, PER_PAGE)
    for (const poster of page) {
      if (drawnPosterOf(poster).digest === poster.digest) continue
      const outcome = await remake(db, poster.eventId, poster.digest)
      if (outcome) counts[outcome] += 1
    }
    const last = page.at(-1)
    if (!last) return counts
    after = last.eventId
  }
}

async function remake(db: Database, eventId: EventId, digest: string) {
  const known = await findPosterToRemake(db, eventId)
  if (!known || known.digest !== digest) return null
  const drawn = drawnPosterOf({ ...known, eventId })
  const made = await madeAnew(known.content)
  await replace(db, { eventId, digest, file: made ?? drawn })
  return made ? "remade" : "drawn"
}

async function madeAnew(content: Buffer): Promise<PosterFile | null> {
  try {
    return await uploadedPosterOf({ base64: content.toString("base64") })
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === "NOT_VALID") return null
    throw error
  }
}

type Replacement = { eventId: EventId; digest: string; file: PosterFile }

/** Unless the organizer has chosen another poster meanwhile. */
async function replace(db: Database, { eventId, digest, file }: Replacement) {
  await inTransaction(db, async (trx) => {
    const known = await findPosterToRemake(trx, eventId)
    if (known?.digest !== digest) return
    await setPosterFile(trx, eventId, file)
    await insertOutbox(trx, "event-changed", eventId)
  })
}
