import type { UserId } from "@podo/contract/ids"
import { News } from "@podo/contract/live"
import { z } from "zod"
import { type Redis, redisIsAway } from "./connect.ts"

/** Every process hears of everybody, and passes on what concerns those who are connected to it. */
export const PERSON_NEWS = "person-news"

const Told = z.object({ userId: z.string(), news: News })

/**
 * Tells all that a person has open, wherever it is connected. Only after the commit: whoever hears of it looks at
 * once. News can be lost, so nothing may rest on it, and without Redis there is nobody to hear it.
 */
export async function tellPerson(redis: Redis, userId: UserId, news: News): Promise<void> {
  await redis.publish(PERSON_NEWS, JSON.stringify({ userId, news })).catch((error: unknown) => {
    if (!redisIsAway(error)) throw error
  })
}

/** Nothing where it is not understood: a process of another version may have news of its own. */
export function personNewsIn(message: string) {
  try {
    return Told.safeParse(JSON.parse(message)).data
  } catch {
    return undefined
  }
}
