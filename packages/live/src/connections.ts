import type { SessionId, UserId } from "@podo/contract/ids"
import type { Topic } from "@podo/contract/live"
import type { Feed } from "./watched-feed.ts"
import { CONNECTIONS_PER_ACCOUNT_MAX, CONNECTIONS_PER_ADDRESS_MAX } from "./limits.ts"

/** The end of a connection that is ours; a WebSocket of Bun is one. */
export type Socket = {
  send: (text: string) => unknown
  close: (code: number, reason: string) => void
  /** Without a word, for whoever would not hear it. */
  terminate: () => void
  ping: (word: string) => unknown
  subscribe: (topic: string) => unknown
  unsubscribe: (topic: string) => unknown
}

/** The person at the other end. */
export type Listener = {
  address: string
  /** Of the session that was checked when the connection was opened; `key` is its name in Redis. */
  session: { userId: UserId; sessionId: SessionId; key: string } | null
}

type Watched = { feed: Feed; of: Topic }

export type Connection = {
  socket: Socket
  listener: Listener
  watched: Watched[]
  /** Messages since the current window began. */
  messages: number
  windowBeganAt: number
  /** When it was last asked whether anybody is there, and for which word that has not come back yet. */
  askedAt: number
  awaited: string | undefined
  isOpen: boolean
}

export type Connections = ReturnType<typeof openConnections>

/** The connections of this process, by what news and limits ask for. */
export function openConnections() {
  return {
    all: new Set<Connection>(),
    byUser: new Map<string, Set<Connection>>(),
    bySession: new Map<string, Set<Connection>>(),
    perAddress: new Map<string, number>(),
  }
}

/** Whether somebody has as many connections as one may have. */
export function hasTooMany({ byUser, perAddress }: Connections, { address, session }: Listener) {
  const ofAccount = session ? (byUser.get(session.userId)?.size ?? 0) : 0
  const ofAddress = perAddress.get(address) ?? 0
  return ofAccount >= CONNECTIONS_PER_ACCOUNT_MAX || ofAddress >= CONNECTIONS_PER_ADDRESS_MAX
}

export function addConnection(connections: Connections, connection: Connection) {
  const { address, session } = connection.listener
  const { all, byUser, bySession, perAddress } = connections
  all.add(connection)
  perAddress.set(address, (perAddress.get(address) ?? 0) + 1)
  if (!session) return
  addTo(byUser, session.userId, connection)
  addTo(bySession, session.key, connection)
}

export function removeConnection(connections: Connections, connection: Connection) {
  const { address, session } = connection.listener
  const { all, byUser, bySession, perAddress } = connections
  connection.isOpen = false
  all.delete(connection)
  const others = (perAddress.get(address) ?? 0) - 1
  if (others > 0) perAddress.set(address, others)
  else perAddress.delete(address)
  if (!session) return
  removeFrom(byUser, session.userId, connection)
  removeFrom(bySession, session.key, connection)
}

function addTo(sets: Map<string, Set<Connection>>, key: string, connection: Connection) {
  const known = sets.get(key)
  if (known) known.add(connection)
  else sets.set(key, new Set([connection]))
}

function removeFrom(sets: Map<string, Set<Connection>>, key: string, connection: Connection) {
  const known = sets.get(key)
  known?.delete(connection)
  if (known?.size === 0) sets.delete(key)
}
