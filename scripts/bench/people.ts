import { type MintedSession, mintSessions } from "@podo/accounts/mint-sessions"
import type { Stores } from "@podo/stores/stores"
import { runAll } from "@podo/redis/run-all"
import { sessionKeyOfWays } from "./ways/sessions.ts"

const MINTED_AT_ONCE = 2_000

/** Signed-in people who have never been here: whoever is taken does not come again by themselves. */
export function openPeople({ db, redis }: Stores) {
  let waiting: MintedSession[] = []
  return {
    take: async (count: number): Promise<MintedSession[]> => {
      while (waiting.length < count) {
        const minted = await mintSessions(db, MINTED_AT_ONCE)
        // The other ways look sessions up in Redis alone, as is usual: there they are always known.
        await runAll(
          redis,
          minted.map(({ token, userId }) => ["set", sessionKeyOfWays(token), userId, "EX", 86_400]),
        )
        waiting = [...waiting, ...minted]
      }
      const taken = waiting.slice(0, count)
      waiting = waiting.slice(count)
      return taken
    },
  }
}
