import { CreateEvent } from "@podo/contract/desk"
import { UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { openStores } from "@podo/stores/stores"
import { createEvent } from "../events/create-event.ts"

// A process that creates an event for a test and kills itself, as nobody can forbid, once so many statements have
// been answered. It says how many there were when it lives to its end.
const [urls = "", organizer, input = "", answersMax, way] = Bun.argv.slice(2)

let answers = 0
const dieInTime = () => {
  if (answers >= Number(answersMax)) process.kill(process.pid, "SIGKILL")
}

const stores = await openStores(JSON.parse(urls), console.error)
dieInTime()
const db: Database = stores.db.withPlugin({
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => {
    answers += 1
    dieInTime()
    return result
  },
})
if (way === "without a transaction") {
  const execute = async (work: (db: Database) => Promise<unknown>) => work(db)
  Object.assign(db, { transaction: () => ({ execute }) })
}
const userId = UserId.parse(organizer)
await createEvent(
  { ...stores, db },
  { userId, roles: ["organizer"] },
  CreateEvent.parse(JSON.parse(input)),
)
console.log(answers)
process.exit(0)
