import type { Database } from "@podo/db/connect"

/** Forgets all that committed changes still ask for. */
export const deleteOutbox = (db: Database) => db.deleteFrom("outbox").execute()
