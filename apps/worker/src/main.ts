import { forgetAccounts } from "@podo/accounts/forget-accounts"
import { forgetPast } from "@podo/booking/forget-past"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { sweep } from "@podo/booking/sweep"
import { bookingCounter } from "@podo/catalog/count-bookings"
import { indexEvents } from "@podo/catalog/index-events"
import { defectsTo } from "@podo/stores/defects"
import { loggableError } from "@podo/db/errors"
import { deleteDoneOutbox } from "@podo/db/outbox.queries"
import { forRounds } from "@podo/db/patience"
import { closeStores, openStores } from "@podo/stores/stores"
import { listRooms } from "@podo/waiting-room/list-rooms"
import { listToSeal, sealDraw } from "@podo/waiting-room/seal-draw"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { pino } from "pino"
import { readSettings } from "./env.ts"
import { eachRoom } from "./each-room.ts"
import { every } from "./every.ts"
import { verifyAll } from "./verify.ts"

const SWEEP_PAUSE_MS = 1_000
const TICK_PAUSE_MS = 500
const SEAL_PAUSE_MS = 1_000
const RELAY_PAUSE_MS = 500
const CLEAN_PAUSE_MS = 60_000
const COUNT_PAUSE_MS = 5_000
const VERIFY_PAUSE_MS = 60_000
const FORGET_PAUSE_MS = 3_600_000

/** From the environment to the endless rounds. A wrong setting is one sentence. */
async function start() {
  const settings = readSettings()
  const log = pino({
    name: "worker",
    level: settings.logLevel,
    serializers: { err: loggableError },
  })
  const stores = await openStores(settings, defectsTo(log), forRounds)
  const during = (doing: string) => (error: unknown) => stores.onDefect(error, doing)
  const stops = [
    every(SWEEP_PAUSE_MS, () => sweep(stores), during("sweeping")),
    every(
      TICK_PAUSE_MS,
      eachRoom(stores, { list: listRooms, work: tickRoom, doing: "letting people in" }),
      during("looking for rooms"),
    ),
    every(
      SEAL_PAUSE_MS,
      eachRoom(stores, { list: listToSeal, work: sealDraw, doing: "sealing a draw" }),
      during("looking for draws"),
    ),
    every(RELAY_PAUSE_MS, () => relayOutbox(stores), during("relaying")),
    every(CLEAN_PAUSE_MS, () => deleteDoneOutbox(stores.db), during("cleaning the outbox")),
    every(COUNT_PAUSE_MS, bookingCounter(stores), during("counting bookings")),
    every(
      VERIFY_PAUSE_MS,
      () => verifyAll(stores, (found) => log.error(found, "drift")),
      during("verifying"),
    ),
    every(FORGET_PAUSE_MS, () => indexEvents(stores), during("making events searchable")),
    every(FORGET_PAUSE_MS, () => forgetPast(stores), during("forgetting what is over")),
    every(FORGET_PAUSE_MS, () => forgetAccounts(stores), during("forgetting sessions and codes")),
  ]
  log.info("working")

  async function stop() {
    await Promise.all(stops.map((end) => end()))
    await closeStores(stores)
    process.exit(0)
  }
  process.once("SIGTERM", () => void stop())
  process.once("SIGINT", () => void stop())
}

await start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
