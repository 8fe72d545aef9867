import type { MintedSession } from "@podo/accounts/mint-sessions"
import type { PerformanceId } from "@podo/contract/ids"
import { codeOf, connectApi } from "../../operate/api-client.ts"
import { addressOf, askInMs, hearLine, hearNothing } from "../../crowd/line-listener.ts"
import type { measure } from "../../crowd/measures.ts"

export type Ramp = {
  url: string
  performanceId: PerformanceId
  enter: ReturnType<typeof measure>
  status: ReturnType<typeof measure>
  /** Until when, by our own clock. */
  endsAt: number
}

const apiOf = ({ url }: Ramp, { token }: MintedSession, address: string) =>
  connectApi(url, token, { "x-forwarded-for": address })

const ARRIVAL_MS = 5_000

export type Waiting = {
  hears: "live" | "poll"
  /** Their time goes by so many times as fast as the server's. */
  hurry: number
}

/**
 * Enters and waits as our page does, until it is their turn or the time is over. How often they asked where they
 * stand, and for how long, since all that one asks on arrival was asked; and what they were told.
 */
export async function waitAsAPage(ramp: Ramp, session: MintedSession, waiting: Waiting) {
  const { performanceId, enter, status, endsAt, url } = ramp
  const { hears, hurry } = waiting
  const address = addressOf(Bun.hash.crc32(session.userId))
  const api = apiOf(ramp, session, address)
  const line = { performanceId }
  const { result } = await enter.timed(() => api.waitingRoom.enter.mutate(line), codeOf)
  const listener =
    hears === "live"
      ? hearLine({ url, token: session.token, performanceId, address })
      : hearNothing()
  const known = { standing: result }
  const ask = async () => {
    const answer = await status.timed(() => api.waitingRoom.status.query(line), codeOf)
    known.standing = answer.result ?? known.standing
  }
  // A page asks once when the news begin, for what happened since it entered.
  if (hears === "live" && (await listener.next(ARRIVAL_MS)) === "news") await ask()
  const settledAt = Date.now()
  let asks = 0
  while (Date.now() < endsAt && known.standing?.state !== "admitted") {
    const { standing } = known
    const withinMs = standing ? askInMs(standing, listener, Math.random) : ARRIVAL_MS
    const told = await listener.next(Math.min(withinMs / hurry, endsAt - Date.now()))
    if (told === "time" && Date.now() >= endsAt) break
    await ask()
    asks += 1
  }
  listener.close()
  const isIn = known.standing?.state === "admitted"
  return { asks, isIn, heard: listener.heard(), waitedMs: Date.now() - settledAt }
}
