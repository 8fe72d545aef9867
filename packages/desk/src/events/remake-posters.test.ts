import { expect, test } from "bun:test"
import { findPosterFacts, setPosterFile } from "@podo/catalog/posters.queries"
import { EventId } from "@podo/contract/ids"
import { inTransaction } from "@podo/db/transaction"
import { openTestStores } from "@podo/stores/testing"
import { mintHall, mintOrganizer, newEvent } from "../testing/events.queries.ts"
import { createEvent } from "./create-event.ts"
import { remakePosters } from "./remake-posters.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)
const hall = await mintHall(stores)

/** Beyond all events of other tests. */
const FROM = EventId.parse("ffffffff-ffff-7fff-bfff-000000000000")
const idBeyond = () => EventId.parse(FROM.slice(0, -12) + crypto.randomUUID().slice(-12))

/** A draft whose poster is as it was uploaded in earlier days; nothing leaves the one that was drawn. */
async function draft(uploaded?: string) {
  const eventId = idBeyond()
  await createEvent(stores, organizer, { ...newEvent(hall), eventId })
  if (uploaded !== undefined) {
    const digest = Bun.hash(eventId).toString(16).slice(0, 16).padStart(16, "0")
    const file = { mediaType: "image/svg+xml", digest, content: Buffer.from(uploaded) } as const
    await inTransaction(stores.db, (trx) => setPosterFile(trx, eventId, file))
  }
  return { eventId, poster: () => findPosterFacts(stores.db, eventId) }
}

test("posters of earlier days are made anew, drawn where they are no pictures, and else left alone", async () => {
  const drawn = await draft()
  const before = await drawn.poster()
  const picture = await draft(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 8"><script>alert(1)</script></svg>',
  )
  const none = await draft("<html></html>")
  const outbox = stores.db.selectFrom("outbox").where("subject", "=", picture.eventId)
  const countToTell = async () =>
    (await outbox.where("doneAt", "is", null).select("id").execute()).length
  const told = stores.db.updateTable("outbox").where("subject", "=", picture.eventId)
  await told.set({ doneAt: new Date() }).execute()
  expect(await countToTell()).toBe(0)
  expect(await remakePosters(stores.db, FROM)).toEqual({ remade: 1, drawn: 1 })
  expect(await drawn.poster()).toEqual(before)
  expect((await picture.poster())?.mediaType).toBe("image/webp")
  expect((await none.poster())?.mediaType).toBe("image/svg+xml")
  expect(await countToTell()).toBe(1)
  expect(await remakePosters(stores.db, FROM)).toEqual({ remade: 0, drawn: 0 })
})
