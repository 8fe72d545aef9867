import { relayOutbox } from "@podo/booking/relay-outbox"
import { sweep } from "@podo/booking/sweep"
import { closeStores, openStores, type Stores } from "@podo/db/stores"
import { pino } from "pino"
import { exitWith, readSettings } from "./env.ts"
import { every } from "./every.ts"
import { verifyAll } from "./verify.ts"

const SWEEP_PAUSE_MS = 1_000
const RELAY_PAUSE_MS = 500
const VERIFY_PAUSE_MS = 60_000

const log = pino({ name: "worker" })
const settings = readSettings()
const stores: Stores = await openStores(settings).catch((error: Error) =>
  exitWith(
    `REDIS_URL is "${settings.redisUrl}", where no Redis answers (${error.message}). Start it, or set REDIS_URL.`,
  ),
)

const failed = (task: string) => (error: unknown) => log.error({ err: error, task }, "failed")

const stops = [
  every(SWEEP_PAUSE_MS, () => sweep(stores), failed("sweep")),
  every(RELAY_PAUSE_MS, () => relayOutbox(stores), failed("relay")),
  every(
    VERIFY_PAUSE_MS,
    () => verifyAll(stores, (found) => log.error(found, "drift")),
    failed("verify"),
  ),
]
log.info("working")

async function stop() {
  await Promise.all(stops.map((end) => end()))
  await closeStores(stores)
  process.exit(0)
}

process.once("SIGTERM", () => void stop())
process.once("SIGINT", () => void stop())
