import { PerformanceId } from "@podo/contract/ids"
import { openStores } from "@podo/stores/stores"
import { tickRoom } from "../tick-room.ts"

// A worker for a test that ticks one room until somebody kills it. It kills itself, as nobody can forbid, while a
// tick is under way, once it has let in so many.
const [urls = "", performance, admittedMax] = Bun.argv.slice(2)
const PAUSE_MS = 5

const stores = await openStores(JSON.parse(urls), console.error)
const performanceId = PerformanceId.parse(performance)
let admitted = (await tickRoom(stores, performanceId)).admitted
console.log("ticking")
while (admitted < Number(admittedMax)) {
  admitted += (await tickRoom(stores, performanceId)).admitted
  await Bun.sleep(PAUSE_MS)
}
void tickRoom(stores, performanceId)
// By then it is on its way to Redis, and nobody will read its answer.
setImmediate(() => process.kill(process.pid, "SIGKILL"))
