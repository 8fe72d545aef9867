import { grantRole } from "@podo/accounts/grant-role"
import { addressOf } from "../../crowd/line-listener.ts"
import { Problem } from "../../run/problem.ts"
import type { Bench } from "../bench.ts"
import { CLAIM, CONFIRM, visitsFor } from "../calls.ts"
import { openSeats } from "../halls.ts"
import type { Report } from "../load.ts"
import { spreadOf } from "../numbers.ts"
import type { Finding, Section } from "../section.ts"
import { whenQuiet } from "../turns.ts"

const PER_SECOND = 50
const SECONDS = 8
const ROUNDS = 3
const SEATS_OF_FILE = 100_000
const SIGN_INS_AT_ONCE = 190
/** An answer may take so long, whoever else wants something. */
const SECONDS_MAX = 10

type Others = {
  name: string
  /** Does its work once; whether it was done, or refused for now. */
  once: (bench: Bench, turn: number) => Promise<boolean>
  atOnce: number
}

const QUIET = "nobody else wants anything"
const IMPORT = "an organizer imports a hall again and again"
const STORM = `${SIGN_INS_AT_ONCE} sign in at once, again and again`

const post = (bench: Bench, procedure: string, body: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${bench.api.port}/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  })

async function openImport(bench: Bench): Promise<Others> {
  const [organizer] = await bench.people.take(1)
  if (!organizer) throw new Problem("Nobody was minted.")
  const email = `${organizer.userId}@example.com`
  await grantRole(bench.stores.db, { email, role: "organizer", revoke: false })
  const seats = Array.from(
    { length: SEATS_OF_FILE },
    (_, at) =>
      `S${at % 20},R${Math.floor(at / 20) % 100},${Math.floor(at / 2_000) + 1},${at % 500},${at % 499}`,
  )
  const text = `area,row,number,x,y\n${seats.join("\n")}\n`
  const hall = JSON.stringify({
    name: "-",
    venue: { name: "-", address: "-" },
    format: "csv",
    text,
  })
  return {
    name: IMPORT,
    atOnce: 2,
    once: async () => {
      const body = `{"hallId":"${Bun.randomUUIDv7()}",${hall.slice(1)}`
      const bearer = { authorization: `Bearer ${organizer.token}` }
      return isDone(await post(bench, "desk.importHall", body, bearer), [200])
    },
  }
}

/** Every one of them with a wrong password, and from an address of their own. */
const storm: Others = {
  name: STORM,
  atOnce: SIGN_INS_AT_ONCE,
  once: async (bench, turn) => {
    const credentials = { email: `${Bun.randomUUIDv7()}@example.com`, password: "not the one" }
    const from = { "x-forwarded-for": addressOf(turn) }
    return isDone(await post(bench, "account.signIn", JSON.stringify(credentials), from), [401])
  },
}

async function isDone(answer: Response, statuses: number[]): Promise<boolean> {
  const text = await answer.text()
  if (statuses.includes(answer.status)) return true
  if (answer.status === 429) return false
  throw new Problem(`An answer was ${answer.status}: ${text.slice(0, 300)}`)
}

type Beside = { bookers: Report; done: number; refused: number; longestMs: number }

/** People come to book at a steady rate, while others want what is heavy. */
async function bookBeside(bench: Bench, others: Others | undefined): Promise<Beside> {
  const count = PER_SECOND * (bench.scale.quick ? 1 : SECONDS)
  const seats = openSeats(bench, count)
  const visits = visitsFor(await bench.people.take(count), await seats.take(count))
  const told = { done: 0, refused: 0, longestMs: 0 }
  const over = new AbortController()
  let turn = 0
  const again = async (once: Others["once"]) => {
    while (!over.signal.aborted) {
      const began = performance.now()
      const isServed = await once(bench, turn++)
      told.longestMs = Math.max(told.longestMs, performance.now() - began)
      told[isServed ? "done" : "refused"] += 1
      // A page that is refused does not ask again at once.
      if (!isServed) await Bun.sleep(1_000)
    }
  }
  const heavy = others ? Array.from({ length: others.atOnce }, () => again(others.once)) : []
  const bookers = await bench.client.run({
    port: bench.api.port,
    steps: [CLAIM, CONFIRM],
    visits,
    pace: { by: "arrivals", perSecond: PER_SECOND },
  })
  over.abort()
  await Promise.all(heavy)
  await whenQuiet(bench)
  return { bookers, ...told }
}

async function run(bench: Bench): Promise<Finding> {
  const kinds = [undefined, await openImport(bench), storm]
  const found = kinds.map((others) => ({ name: others?.name ?? QUIET, rounds: [] as Beside[] }))
  for (let round = 0; round < (bench.scale.quick ? 1 : ROUNDS); round++) {
    for (const [at, others] of kinds.entries()) {
      found[at]?.rounds.push(await bookBeside(bench, others))
    }
  }
  const middle = (name: string, of: (beside: Beside) => number) =>
    spreadOf(found.find((one) => one.name === name)?.rounds.map(of) ?? []).median
  const p50 = (name: string) => middle(name, ({ bookers }) => bookers.ok.p50)
  const longest = (name: string) => middle(name, ({ longestMs }) => longestMs / 1_000)
  return {
    lines: found.map(({ name }) => {
      const p99 = middle(name, ({ bookers }) => bookers.ok.p99)
      const [done, refused] = [middle(name, (one) => one.done), middle(name, (one) => one.refused)]
      const others =
        name === QUIET
          ? ""
          : ` Of theirs ${done} were done, ${refused} refused; the longest answer took ${longest(name).toFixed(1)} s.`
      return `While ${name}, a booking took ${p50(name).toFixed(1)} ms (p50) and ${p99.toFixed(1)} ms (p99).${others}`
    }),
    shown: [
      {
        says: `p50 of bookings while ${IMPORT}, of that without`,
        value: p50(IMPORT) / p50(QUIET),
        bound: { atMost: 2 },
      },
      { says: `p50 of bookings while ${STORM}, of that without`, value: p50(STORM) / p50(QUIET) },
      ...[IMPORT, STORM].map((name) => ({
        says: `longest answer to others while ${name}`,
        value: longest(name),
        bound: { atMost: SECONDS_MAX },
        unit: "s",
      })),
    ],
  }
}

export const beside: Section = {
  name: "beside",
  title: "Buying beside what is heavy",
  how: `${PER_SECOND} people a second claim a seat and book it, for ${SECONDS} s, while others send halls of ${SEATS_OF_FILE} seats, or passwords. All of it shares two cores with the client.`,
  run,
}
