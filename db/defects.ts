import { redisIsAway } from "@podo/redis/connect"
import { databaseIsAway } from "./errors.ts"
import type { Stores } from "./stores.ts"

type Log = Record<"warn" | "error", (facts: object, message: string) => void>

/** Tells a log of defects, and of a store that is away as what it is: weather, not a defect. */
export const defectsTo =
  (log: Log): Stores["onDefect"] =>
  (error, doing) => {
    if (redisIsAway(error)) return log.warn({ doing, store: "redis" }, "a store is away")
    if (databaseIsAway(error)) return log.warn({ doing, store: "mysql" }, "a store is away")
    return log.error({ err: error, doing }, "defect")
  }
