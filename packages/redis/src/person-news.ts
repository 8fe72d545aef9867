import type { UserId } from "@podo/contract/ids"
import { News } from "@podo/contract/live"
import { z } from "zod"
import { type Redis, redisIsAway } from "./connect.ts"

/** Every process hears of everybody, and passes on what concerns those who are connected to it. */
export const PERSON_NEWS = "person-news"

/** A version of Podo before this one tells one person at a time, and does not hear of several. */
const Told = z.union([
  z.object({ userIds: z.array(z.string()), news: News }),
  z.object({ userId: z.string(), news: News }),
])

/**
 * Tells all that some people have open, wherever it is connected. Only after the commit: whoever hears of it looks at
 * once. News can be lost, so nothing may rest on it, and without Redis there is nobody to hear it.
 */
export async function tellPeople(redis: Redis, userIds: UserId[], news: News): Promise<void> {
  await redis.publish(PERSON_NEWS, JSON.stringify({ userIds, news })).catch((error: unknown) => {
    if (!redisIsAway(error)) throw error
  })
}

/** Nothing where it is not understood: a process of another version may have news of its own. */
export function personNewsIn(message: string): { userIds: string[]; news: News } | undefined {
  try {
    const told = Told.safeParse(JSON.parse(message)).data
    return told && ("userIds" in told ? told : { userIds: [told.userId], news: told.news })
  } catch {
    return undefined
  }
}
