import type { EventEmitter } from "node:events"
import { Cluster, Redis as Single } from "ioredis"
import { coalesceWrites } from "./coalesce-writes.ts"
import { serversOfCluster } from "./cluster-address.ts"
import { tellOfTracers } from "./tracing-channels.ts"

const COMMAND_TIMEOUT_MS = 3_000
/**
 * One who has been asked and says nothing for so long has stopped answering: the connection is given up, and until
 * there is another that is answered all commands fail at once, instead of one long wait after the other.
 */
const SILENT_MS_MAX = 2_000
const PATIENCE = {
  commandTimeout: COMMAND_TIMEOUT_MS,
  connectTimeout: SILENT_MS_MAX,
  maxRetriesPerRequest: 0,
  socketTimeout: SILENT_MS_MAX,
}
const RECONNECT_MS_MAX = 500
const NODE_ATTEMPTS_MAX = 10
const LOOK_FOR_NODES_MS = 5_000

/**
 * One server, or a cluster of them: what both can do alike. In a cluster all keys of one command, and of one
 * transaction, share a hash tag. For many keys at once there is runAll.
 */
export type Redis = Pick<Single, Exclude<keyof Single & keyof Cluster, keyof EventEmitter | Apart>>

type Apart = "duplicate" | "options" | "pipeline" | "status"

export const reconnectMs = (attempt: number) => Math.min(attempt * 50, RECONNECT_MS_MAX)

/**
 * A client for commands. While Redis is away, commands fail at once rather than queue:
 * a person who waits for a seat needs an answer now, and it is "try again", not a hang.
 */
export async function connectRedis(url: string): Promise<Redis> {
  tellOfTracers()
  const servers = serversOfCluster(url)
  if (servers) return connectCluster(servers)
  const client = serverAt(url)
  coalesceWrites(client)
  return connected(client)
}

const noop = () => {}

async function connected<Client extends Single | Cluster>(client: Client): Promise<Client> {
  // Without a listener ioredis prints every failed reconnect; each command reports its own failure.
  client.on("error", noop)
  try {
    await client.connect()
    return client
  } catch (error) {
    // The connection has no user yet, and trying would go on for ever.
    client.disconnect()
    throw error
  }
}

const serverAt = (url: string) =>
  new Single(url, {
    ...PATIENCE,
    enableOfflineQueue: false,
    lazyConnect: true,
    retryStrategy: reconnectMs,
  })

async function connectCluster(servers: string[]): Promise<Cluster> {
  let isOpen = false
  const cluster = clusterOf(servers, () => isOpen)
  // A node that is being connected to refuses commands: all are connected to before the first command comes.
  cluster.on("+node", (node: Single) => {
    coalesceWrites(node)
    setImmediate(() => void node.connect().catch(noop))
  })
  await connected(cluster)
  isOpen = true
  await Promise.all(cluster.nodes("master").map(hasConnected))
  return cluster
}

async function hasConnected(node: Single) {
  if (node.status === "ready") return
  const { promise, resolve } = Promise.withResolvers<void>()
  node.once("ready", resolve).once("end", resolve)
  await promise
}

function clusterOf(servers: string[], isOpen: () => boolean): Cluster {
  const [first = ""] = servers
  const { username, password, protocol } = new URL(first)
  const isSecure = protocol === "rediss:"
  return new Cluster(servers, {
    clusterRetryStrategy: reconnectMs,
    enableOfflineQueue: false,
    // Each command says itself whether the cluster can do it now.
    enableReadyCheck: false,
    lazyConnect: true,
    redisOptions: {
      ...PATIENCE,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(isSecure && { tls: {} }),
    },
    // A node that is back within this is the same one. Until then its commands fail, and are not sent all around. One
    // that was never there is not waited for: whoever starts is to be told so.
    clusterNodeRetryStrategy: (attempt) =>
      isOpen() && attempt <= NODE_ATTEMPTS_MAX ? reconnectMs(attempt) : null,
    // A command that a lost node may have carried out is not sent to another.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    slotsRefreshInterval: LOOK_FOR_NODES_MS,
    slotsRefreshTimeout: COMMAND_TIMEOUT_MS,
    // Certificates are for names, not for the addresses behind them.
    ...(isSecure && { dnsLookup: (name, done) => done(null, name) }),
  })
}

const awayMessages = [
  "Connection is closed",
  "Stream isn't writeable",
  "Command timed out",
  "Reached the max retries",
  "connect ECONNREFUSED",
  "read ECONNRESET",
  "write EPIPE",
  "LOADING ",
  "CLUSTERDOWN",
  "TRYAGAIN ",
  "Cluster isn't ready",
  "Cluster is ended",
  "Failed to refresh slots cache",
  "None of startup nodes is available",
  "Too many Cluster redirections",
  "READONLY ",
  "MASTERDOWN",
  "MISCONF ",
  "NOREPLICAS ",
  "OOM ",
  "BUSY ",
  "EXECABORT",
]

/** Whether Redis cannot do its work now, as opposed to having been asked something wrong. */
export function redisIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return awayMessages.some((message) => error.message.includes(message))
}
