import { Command } from "@commander-js/extra-typings"
import { grantRole } from "@podo/accounts/grant-role"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { ImportHall } from "@podo/contract/hall"
import { HallId } from "@podo/contract/ids"
import { STANDING_PLACES_A_DAY } from "@podo/contract/limits"
import { type Database, connectDatabase } from "@podo/db/connect"
import { type Api, codeOf, connectApi } from "./api-client.ts"
import { isProduction } from "../run/env.ts"
import { type Grounds, madeUpEvent } from "./made-up-event.ts"
import { measure } from "../crowd/measures.ts"
import { Problem } from "../run/problem.ts"
import { urlOption, wholeNumber } from "./options.ts"
import { findRunning } from "./running-podo.ts"

// A session may change so much in a while: two changes an event, and one for the hall.
const EVENTS_PER_ORGANIZER = 90
const ORGANIZERS_AT_ONCE = 8

const measures = { create: measure("create"), publish: measure("publish") }

export const createEventsCommand = new Command("create-events")
  .description(
    "make up events for load tests, created over tRPC by organizers who are made up too, each with one standing day on sale",
  )
  .option("--events <count>", "how many", wholeNumber, 100)
  .option("--drafts", "publish none of them")
  .addOption(urlOption())
  .action(async (asked) => {
    if (isProduction()) throw new Problem("NODE_ENV is production: no events are made up there.")
    const { url, databaseUrl } = findRunning()
    const { events, drafts = false } = asked
    const db = connectDatabase(databaseUrl)
    const tokens = await mintOrganizers(db, Math.ceil(events / EVENTS_PER_ORGANIZER))
    await db.destroy()
    const shares = tokens.map((token, index) => ({
      api: connectApi(asked.url ?? url, token),
      from: index * EVENTS_PER_ORGANIZER,
      to: Math.min(events, (index + 1) * EVENTS_PER_ORGANIZER),
      drafts,
    }))
    const began = performance.now()
    const workers = Array.from({ length: ORGANIZERS_AT_ONCE }, async () => {
      for (let share = shares.pop(); share; share = shares.pop()) await createShare(share)
    })
    await Promise.all(workers)
    const seconds = (performance.now() - began) / 1000
    console.log(`${events} events of ${tokens.length} organizers in ${seconds.toFixed(1)} s`)
    for (const one of Object.values(measures)) console.log(one.report())
  })

async function mintOrganizers(db: Database, count: number) {
  const sessions = await mintSessions(db, count)
  for (const { userId } of sessions) {
    await grantRole(db, { email: `${userId}@example.com`, role: "organizer", revoke: false })
  }
  return sessions.map(({ token }) => token)
}

type Share = { api: Api; from: number; to: number; drafts: boolean }

/** One organizer's events, one after another, on a day each in a hall of their own. */
async function createShare({ api, from, to, drafts }: Share) {
  const grounds = await importGrounds(api)
  for (let number = from; number < to; number++) {
    const input = madeUpEvent(number, grounds, number - from)
    const { result } = await measures.create.timed(() => api.desk.createEvent.mutate(input), codeOf)
    if (!result || drafts) continue
    const { eventId } = result
    await measures.publish.timed(() => api.desk.publishEvent.mutate({ eventId }), codeOf)
  }
}

async function importGrounds(api: Api): Promise<Grounds> {
  const input = ImportHall.parse({
    hallId: HallId.parse(Bun.randomUUIDv7()),
    name: "시험 마당",
    englishName: "Test grounds",
    venue: { name: "부하 시험장", englishName: "House of load", address: "서울특별시" },
    format: "csv",
    text: `area,capacity\nday,${STANDING_PLACES_A_DAY}\n`,
  })
  const { hallId } = await api.desk.importHall.mutate(input).catch((error: unknown) => {
    throw new Problem(`No hall could be imported: ${codeOf(error)}.`)
  })
  const { halls } = await api.desk.halls.query()
  const hall = halls.find((one) => one.hallId === hallId)
  if (!hall) throw new Problem("The hall that was imported cannot be found.")
  return { hallId, venueId: hall.venue.venueId }
}
