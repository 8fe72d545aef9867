import { parseSettings, storeAdvice, storeSettings } from "@podo/stores/settings"
import { z } from "zod"

/** The settings of the worker, from the environment. Fails with one sentence when one is wrong. */
export function readSettings() {
  const settings = parseSettings(z.object(storeSettings), process.env, storeAdvice)
  return {
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    logLevel: settings.LOG_LEVEL,
  }
}
