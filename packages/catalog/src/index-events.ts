import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { raiseGenerations } from "@podo/redis/generations"
import { LISTS } from "./scopes.ts"
import { listUnsearchable, setSearchText } from "./search.queries.ts"

const EVENTS_PER_BATCH = 100

/** Makes events searchable that are not yet. Creating or editing one does so in the same transaction. */
export async function indexEvents({ db, redis }: Stores): Promise<void> {
  while (true) {
    const eventIds = await listUnsearchable(db, EVENTS_PER_BATCH)
    if (eventIds.length === 0) return
    for (const eventId of eventIds) await inTransaction(db, (trx) => setSearchText(trx, eventId))
    await raiseGenerations(redis, [LISTS])
  }
}
