import { Refused } from "@podo/contract/refusal"
import { redisIsAway } from "@podo/redis/connect"
import { databaseIsAway } from "@podo/db/errors"
import type { Stores } from "./stores.ts"

type Log = Record<"warn" | "error", (facts: object, message: string) => void>

/**
 * Tells a log of defects, and of a store that is away as what it is: weather, not a defect. A call that was refused here
 * because it waited too long for one does not know for which.
 */
export const defectsTo =
  (log: Log): Stores["onDefect"] =>
  (error, doing) => {
    if (redisIsAway(error)) return log.warn({ doing, store: "redis" }, "a store is away")
    if (databaseIsAway(error)) return log.warn({ doing, store: "mysql" }, "a store is away")
    if (error instanceof Refused && error.refusal.code === "STORE_UNAVAILABLE") {
      return log.warn({ doing }, "a store is away")
    }
    return log.error({ err: error, doing }, "defect")
  }
