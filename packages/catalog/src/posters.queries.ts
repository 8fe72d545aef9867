import type { EventId } from "@podo/contract/ids"
import type { PosterType } from "@podo/contract/poster"
import type { Database, Transaction } from "@podo/db/connect"

type PosterFacts = { mediaType: PosterType; digest: string }

const endings: Record<PosterType, string> = {
  "image/svg+xml": "svg",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
}

/** Another poster has another address, so each of them may be kept for ever. */
export const posterUrlOf = (eventId: EventId, { mediaType, digest }: PosterFacts) =>
  `/posters/${eventId}-${digest}.${endings[mediaType]}`

/** An event's poster, or nothing when it has another one by now; and who may see it as long as it is a draft. */
export async function findPoster(db: Database, eventId: EventId, digest: string) {
  return db
    .selectFrom("eventPoster")
    .innerJoin("event", "event.id", "eventPoster.eventId")
    .where("eventPoster.eventId", "=", eventId)
    .where("eventPoster.digest", "=", digest)
    .select([
      "eventPoster.mediaType",
      "eventPoster.content",
      "event.organizerId",
      "event.publishedAt",
    ])
    .executeTakeFirst()
}

export async function setPosterFile(
  trx: Transaction,
  eventId: EventId,
  { mediaType, digest, content }: PosterFacts & { content: Buffer },
) {
  await trx
    .insertInto("eventPoster")
    .values({ eventId, mediaType, digest, content })
    .onDuplicateKeyUpdate({ mediaType, digest, content })
    .execute()
}

/** The name of an event's poster, without its bytes. */
export async function findPosterFacts(db: Database, eventId: EventId) {
  return db
    .selectFrom("eventPoster")
    .where("eventId", "=", eventId)
    .select(["mediaType", "digest"])
    .executeTakeFirst()
}
