import type { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import type { Standing } from "@podo/contract/waiting-room"
import { batchWriter } from "@podo/stores/batch-writer"
import type { Stores } from "@podo/stores/stores"
import type { Redis } from "@podo/redis/connect"
import { drawOf } from "./draw/draw-of.ts"
import enterRoomLua from "./enter-room.lua" with { type: "text" }
import { roomScript } from "./room-script.ts"
import { seedOf } from "./seeds.ts"
import { Stood, tellStandings } from "./standing.ts"

/** So that no script keeps everybody else waiting for long. */
const PEOPLE_PER_SCRIPT_MAX = 256

const enterScript = roomScript(enterRoomLua, Stood)

type Entering = OfPerformance & { stores: Stores; userId: UserId }
type Entered = Standing | Refused

const enterers = new WeakMap<Redis, (entering: Entering) => Promise<Entered>>()

/**
 * Takes a person's one place in the lobby or the line, in one step with others of this moment, each in their turn.
 * Coming again, from wherever, keeps it, and whoever was passed over while away goes back to the front. Refuses with
 * NOT_FOUND.
 */
export async function enterRoom(
  stores: Stores,
  userId: UserId,
  { performanceId }: OfPerformance,
): Promise<Standing> {
  const entered = await entererOf(stores)({ stores, userId, performanceId })
  if (entered instanceof Refused) throw entered
  return entered
}

function entererOf({ redis }: Stores) {
  const enterer =
    enterers.get(redis) ??
    batchWriter<Entering, Entered>({
      write: enterTogether,
      laneOf: ({ performanceId }) => performanceId,
      itemsMax: PEOPLE_PER_SCRIPT_MAX,
    })
  enterers.set(redis, enterer)
  return enterer
}

async function enterTogether(people: Entering[]): Promise<Entered[]> {
  const [first] = people
  if (!first) return []
  try {
    return await enterAll(
      first,
      people.map(({ userId }) => userId),
    )
  } catch (error) {
    // It is the room that refuses: it would refuse each of them.
    if (error instanceof Refused) return people.map(() => error)
    throw error
  }
}

async function enterAll({ stores, performanceId }: Omit<Entering, "userId">, userIds: UserId[]) {
  const seed = await seedOf(stores, performanceId)
  const args = userIds.flatMap((userId) => [userId, drawOf(seed, performanceId, userId)])
  return tellStandings(stores, performanceId, await enterScript(stores, performanceId, args))
}
