import type { Pace, Step, Visit } from "../load.ts"
import { dueAt, dueBy, usersAt } from "../numbers.ts"
import { type Connection, openConnection } from "./connection.ts"

/**
 * Does one visit over this connection; `dueMs` is when it had to begin, by performance.now(). Never fails: once
 * something is wrong it does nothing any more, and `isOver`. Resolves with the last answer.
 */
export type Go = (
  connection: Connection,
  steps: Step[],
  visit: Visit,
  dueMs: number,
) => Promise<string>

export type Work = {
  port: number
  steps: Step[]
  visits: Visit[]
  go: Go
  isOver: () => boolean
}

/** As many visits as the pace allows, each once; people who stay begin anew. How many had what they waited for. */
export async function paced(pace: Pace, work: Work): Promise<number> {
  switch (pace.by) {
    case "clients":
      await byClients(pace, work)
      return 0
    case "arrivals":
      await byArrivals(pace, work)
      return 0
    case "stages":
      await byStages(pace, work)
      return 0
    case "waiting":
      return waiting(pace, work)
  }
}

type Clients = Extract<Pace, { by: "clients" }>

async function byClients({ clients, msMax }: Clients, { port, steps, visits, go }: Work) {
  const connections = await Promise.all(
    Array.from({ length: Math.min(clients, visits.length) }, () => openConnection(port)),
  )
  const endsAt = performance.now() + msMax
  const next = visits.values()
  const client = async (connection: Connection) => {
    for (const visit of next) {
      const now = performance.now()
      if (now > endsAt) return
      await go(connection, steps, visit, now)
    }
  }
  await Promise.all(connections.map(client))
  for (const { close } of connections) close()
}

const TICK_MS = 1
/** A visit that comes when all of these are busy waits, and its time runs. */
const CONNECTIONS_MAX = 4_000

type Arrivals = Extract<Pace, { by: "arrivals" }>

async function byArrivals({ perSecond }: Arrivals, { port, steps, visits, go }: Work) {
  const free: Connection[] = []
  const queue: { visit: Visit; dueMs: number }[] = []
  const underWay = new Set<Promise<void>>()
  let connections = 0
  const began = performance.now()

  const serve = async (first: { visit: Visit; dueMs: number }) => {
    const idle = free.pop()
    const connection = idle?.isOpen() ? idle : await openConnection(port)
    for (let one: typeof first | undefined = first; one; one = queue.shift()) {
      await go(connection, steps, one.visit, one.dueMs)
    }
    free.push(connection)
  }
  const arrive = (one: { visit: Visit; dueMs: number }) => {
    if (free.length === 0 && connections >= CONNECTIONS_MAX) return void queue.push(one)
    if (free.length === 0) connections += 1
    const serving: Promise<void> = serve(one).finally(() => underWay.delete(serving))
    underWay.add(serving)
  }
  let begun = 0
  while (begun < visits.length) {
    const due = Math.min(visits.length, dueBy(performance.now() - began, perSecond))
    for (; begun < due; begun++) {
      arrive({ visit: visits[begun] ?? {}, dueMs: began + dueAt(begun, perSecond) })
    }
    await Bun.sleep(TICK_MS)
  }
  await Promise.all(underWay)
  for (const { close } of free) close()
}

type Stages = Extract<Pace, { by: "stages" }>
const GROW_MS = 50

async function byStages({ stages, pauseMs }: Stages, work: Work) {
  const { port, steps, visits, go, isOver } = work
  const began = performance.now()
  const endsAt = began + (stages.at(-1)?.atMs ?? 0)
  const users: Promise<void>[] = []
  const stay = async (visit: Visit) => {
    const connection = await openConnection(port)
    while (performance.now() < endsAt && !isOver()) {
      for (const step of steps) {
        await go(connection, [step], visit, performance.now())
        await Bun.sleep(pauseMs)
      }
    }
    connection.close()
  }
  while (performance.now() < endsAt && !isOver()) {
    const wanted = usersAt(stages, performance.now() - began)
    while (users.length < wanted) users.push(stay(visits[users.length % visits.length] ?? {}))
    await Bun.sleep(GROW_MS)
  }
  await Promise.all(users)
}

type Waiting = Extract<Pace, { by: "waiting" }>

async function waiting(pace: Waiting, { port, steps, visits, go, isOver }: Work): Promise<number> {
  const { perStep, stepMs, lookMs, until, msMax } = pace
  const [enter, look] = steps
  if (!enter || !look)
    throw new Error("Who waits needs something to do first, and something to look at.")
  const endsAt = performance.now() + msMax
  const told = await Promise.all(
    visits.map(async (visit, at) => {
      await Bun.sleep(Math.floor(at / perStep) * stepMs)
      const connection = await openConnection(port)
      let answer = await go(connection, [enter], visit, performance.now())
      while (!answer.includes(until) && performance.now() + lookMs < endsAt && !isOver()) {
        await Bun.sleep(lookMs)
        answer = await go(connection, [look], visit, performance.now())
      }
      connection.close()
      return answer.includes(until)
    }),
  )
  return told.filter(Boolean).length
}
