import { insertManyEvents, type InsertedEvent } from "@podo/db/many-events.queries"
import type { Bench } from "../bench.ts"
import { crowdLoad, EMPTY_QUERY, inTurn, nobodies, query, takeSeen, visitsOf } from "../calls.ts"
import { openHall, wakeHall } from "../halls.ts"
import type { Step, Visit } from "../load.ts"
import { inFewRounds, inRounds } from "../rounds.ts"
import { type Finding, rowsOf, type Section, shareOf } from "../section.ts"
import { benchEvents, RARE_WORD } from "./made-up-events.ts"

const EVENTS = 10_000
const EVENTS_QUICK = 1_000
const PEOPLE = 500
const STADIUM = 50_000
const CEILING = "empty query"
const LIST = "list, strangers"
const MY_LIST = "list, signed in"

const inserted = new WeakMap<Bench, InsertedEvent[]>()

/** Many events, made up once a run. */
export async function eventsOf(bench: Bench): Promise<InsertedEvent[]> {
  const known = inserted.get(bench)
  if (known) return known
  const events = benchEvents(bench.scale.quick ? EVENTS_QUICK : EVENTS)
  const fresh = await insertManyEvents(bench.stores.db, events)
  inserted.set(bench, fresh)
  return fresh
}

type Question = { name: string; step: Step; isSignedIn?: boolean }

/** The same number of visits ask each of these; strangers unless told otherwise. */
async function ask(bench: Bench, questions: Question[]) {
  const people = visitsOf(await takeSeen(bench, PEOPLE))
  const visitsWho = (isSignedIn = false): Visit[] =>
    inTurn(isSignedIn ? people : nobodies(PEOPLE), bench.scale.visits * 2)
  return inRounds(
    inFewRounds(bench),
    [{ name: CEILING, step: EMPTY_QUERY }, ...questions].map(
      ({ name, step, isSignedIn }: Question) => ({
        name,
        loadOf: () => crowdLoad(bench, [step], visitsWho(isSignedIn)),
      }),
    ),
    async () => {},
  )
}

async function runList(bench: Bench): Promise<Finding> {
  const [first] = await eventsOf(bench)
  const eventId = first?.eventId ?? ""
  const turns = await ask(bench, [
    { name: LIST, step: query("catalog.events", {}) },
    { name: MY_LIST, step: query("catalog.events", {}), isSignedIn: true },
    { name: "top five, strangers", step: query("catalog.events", { sort: "hot", limit: 5 }) },
    { name: "an event, strangers", step: query("catalog.event", { eventId }) },
    { name: "list, from MySQL each time", step: query("bench.eventsUncached", {}) },
    { name: "an event, from MySQL each time", step: query("bench.eventUncached", { eventId }) },
  ])
  return {
    rows: rowsOf(turns, CEILING),
    shown: [LIST, MY_LIST].map((name) => ({
      says: `${name}, of the empty query`,
      value: shareOf(turns, name, CEILING),
    })),
  }
}

async function runSearch(bench: Bench): Promise<Finding> {
  await eventsOf(bench)
  const search = { search: RARE_WORD }
  const turns = await ask(bench, [
    { name: "search, strangers", step: query("catalog.events", search) },
    { name: "search, signed in", step: query("catalog.events", search), isSignedIn: true },
    { name: "search, from MySQL each time", step: query("bench.eventsUncached", search) },
  ])
  return { rows: rowsOf(turns, CEILING) }
}

async function runAvailability(bench: Bench): Promise<Finding> {
  const stadium = await openHall(bench, STADIUM)
  const theatre = await openHall(bench, 1_200)
  await wakeHall(bench, stadium, STADIUM - 1)
  await wakeHall(bench, theatre, 1_199)
  const turns = await ask(bench, [
    {
      name: "1,200 places",
      step: query("seating.availability", { performanceId: theatre }),
    },
    {
      name: "50,000 places",
      step: query("seating.availability", { performanceId: stadium }),
    },
  ])
  return { rows: rowsOf(turns, CEILING) }
}

const HOW = `At 64 clients; strangers, or ${PEOPLE} people whom Redis knows.`

export const list: Section = {
  name: "list",
  title: "Lists and events",
  how: `${EVENTS.toLocaleString("en")} events. ${HOW} All strangers who ask the same at once are answered at once.`,
  run: runList,
}

export const search: Section = {
  name: "search",
  title: "Search",
  how: `A word of one in a thousand of ${EVENTS.toLocaleString("en")} events. ${HOW}`,
  run: runSearch,
}

export const availability: Section = {
  name: "availability",
  title: "What is open",
  how: `The map of a hall's places. ${HOW}`,
  run: runAvailability,
}
