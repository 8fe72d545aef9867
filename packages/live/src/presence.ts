import type { Connection, Connections } from "./connections.ts"
import { hearControl } from "./hear-message.ts"

/** A reader that does not read is noticed within two of these. */
const ASK_MS = 30_000
const LOOK_MS = 1_000
const WORD_LENGTH = 8

/** Asks every connection once in a while for a word that only whoever reads can know, and drops those without it. */
export function watchPresence(connections: Connections) {
  const ask = (now: number) => askWhoIsThere(connections, now)
  const timer = setInterval(() => ask(performance.now()), LOOK_MS)
  return { ask, stop: () => clearInterval(timer) }
}

/**
 * A connection that is gone without a word, or has stopped to read, would be sent megabytes before the network says
 * so; the server's own time limit begins anew with all that is sent.
 */
function askWhoIsThere({ all }: Connections, now: number) {
  const word = crypto.randomUUID().slice(0, WORD_LENGTH)
  for (const connection of all) {
    if (now - connection.askedAt < ASK_MS) continue
    connection.askedAt = now
    if (connection.awaited !== undefined) connection.socket.terminate()
    else {
      connection.awaited = word
      connection.socket.ping(word)
    }
  }
}

export function hearPong(connection: Connection, word: string) {
  hearControl(connection)
  if (word === connection.awaited) connection.awaited = undefined
}
