import type { PerformanceId } from "@podo/contract/ids"
import { type Eta, LineFacts, RoomState, type Standing } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/stores/stores"
import { json } from "@podo/redis/script"
import { z } from "zod"
import { askAgainMs } from "./ask-again.ts"
import { seedHashOf } from "./draw/draw-of.ts"
import { etaOf } from "./eta.ts"
import { isSeedPublic, seedOf } from "./seeds.ts"

const MINUTE_MS = 60_000

/** The counts of a tick: see tick-room.lua. */
const Counted = z.object({
  at: z.number(),
  admitted: z.int(),
  noShows: z.int(),
  cameOut: z.int(),
  inside: z.int(),
  since: z.number(),
  isWhole: z.boolean(),
})
type Counted = z.infer<typeof Counted>

const Flag = z.number().transform((flag) => flag === 1)

const numberIn = (word = "") => (word === "" ? undefined : Number(word))

/** Whole numbers with commas between. */
const Counts = z.string().transform((text) => (text === "" ? [] : text.split(",").map(Number)))

/** Where somebody stands, as read-standing.lua says it. */
const Person = z
  .string()
  .transform((text): unknown => {
    const [state, ahead, admittedUntil] = text.split(":")
    return { state, ahead: numberIn(ahead), admittedUntil: numberIn(admittedUntil) }
  })
  .pipe(
    z.object({
      state: RoomState,
      ahead: z.int().optional(),
      admittedUntil: z.int().optional(),
    }),
  )
type Person = z.infer<typeof Person>

/** The reply of read-standing.lua. */
export const Stood = LineFacts.extend({
  code: z.literal("STANDING"),
  left: Counts,
  paused: Flag,
  draining: Flag,
  opensAt: z.number(),
  lobbyOpensAt: z.number(),
  hasDraw: Flag,
  capacity: z.number(),
  perMinute: z.number(),
  admissionMs: z.number(),
  counted: z.union([z.literal("").transform(() => undefined), json(Counted)]),
  people: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(Person)),
})
type Stood = z.infer<typeof Stood>

/** The standings of people, in the order of the reply. Refuses with NOT_FOUND. */
export async function tellStandings(
  stores: Stores,
  performanceId: PerformanceId,
  { people, ...stood }: Stood,
): Promise<Standing[]> {
  const seed = await seedOf(stores, performanceId)
  const hasDrawn = stood.hasDraw && stood.at >= stood.opensAt
  const isPublic = hasDrawn && (await isSeedPublic(stores, performanceId))
  const room = roomOf(stood, { seed, isPublic })
  return people.map((person) => ({ ...room, ...standingOf(person, stood) }))
}

/** As tellStandings, of the one who is asked about. */
export async function tellStanding(
  stores: Stores,
  performanceId: PerformanceId,
  stood: Stood,
): Promise<Standing> {
  const [standing] = await tellStandings(stores, performanceId, stood)
  if (!standing) throw new Error("The reply is about nobody.")
  return standing
}

type RoomStood = Omit<Stood, "people">
type Seed = { seed: string; isPublic: boolean }

/** The facts that everybody is told alike. */
const roomOf = (stood: RoomStood, { seed, isPublic }: Seed) => ({
  ...factsOf(stood),
  lobbyOpensAt: instantOf(stood.lobbyOpensAt),
  saleOpensAt: instantOf(stood.opensAt),
  hasDraw: stood.hasDraw,
  seedHash: stood.hasDraw ? seedHashOf(seed) : null,
  ...(isPublic && { seed }),
})

function standingOf(person: Person, stood: RoomStood) {
  const { state, ahead, admittedUntil } = person
  const { at: now, opensAt, lobbyOpensAt } = stood
  const eta = etaIn(person, stood)
  return {
    state,
    ...(ahead !== undefined && { ahead, position: ahead + 1 }),
    ...(eta && { etaSeconds: eta }),
    ...(admittedUntil !== undefined && {
      admittedUntil: instantOf(admittedUntil),
      admittedMs: Math.max(0, admittedUntil - now),
    }),
    askAgainMs: askAgainMs({ state, ahead, now, opensAt, lobbyOpensAt }, eta),
  }
}

/** So long after the last tick, or without one after the opening, no worker is there. */
const TICKS_STOPPED_MS = 15_000

/** The wait is unknown while nobody is let in: the room is paused, nothing is open, or no worker ticks. */
function etaIn({ state, ahead }: Person, { paused, left, ...stood }: RoomStood): Eta | undefined {
  const isMoving = !paused && left.some((open) => open > 0)
  if (state !== "waiting" || ahead === undefined || !isMoving) return undefined
  const { at: now, opensAt, counted = nothingSince(opensAt) } = stood
  if (now - counted.at > TICKS_STOPPED_MS) return undefined
  const minutes = (now - counted.since) / MINUTE_MS
  const minutesOpen = counted.isWhole ? minutes : (now - opensAt) / MINUTE_MS
  return etaOf({
    ...stood,
    ahead,
    inside: counted.inside,
    minutesOpen,
    counted: { ...counted, minutes },
  })
}

/** Before the first tick. */
const nothingSince = (since: number): Counted => ({
  at: since,
  admitted: 0,
  noShows: 0,
  cameOut: 0,
  inside: 0,
  since,
  isWhole: true,
})

export const factsOf = (facts: LineFacts): LineFacts => ({
  at: facts.at,
  lineId: facts.lineId,
  phase: facts.phase,
  waiting: facts.waiting,
  moved: facts.moved,
  left: facts.left,
  paused: facts.paused,
  draining: facts.draining,
  message: facts.message,
})

export const instantOf = (ms: number) => new Date(ms).toISOString()
