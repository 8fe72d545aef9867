import { Cluster, type RedisOptions, Redis as Single } from "ioredis"
import { type Redis, reconnectMs } from "./connect.ts"

export type Subscriber = {
  hear: (channel: string) => void
  unhear: (channel: string) => void
  close: () => void
}

type Hearing = {
  onMessage: (channel: string, message: string) => void
  /** The channels are heard, for the first time or again: what was said in between is lost. */
  onHearing: () => void
}

const KEEP_ALIVE_MS = 10_000
const ASK_AGAIN_MS = 10_000

/** A connection of its own, for one that listens can do nothing else. Its subscriptions outlive an outage. */
export function openSubscriber(redis: Redis, { onMessage, onHearing }: Hearing): Subscriber {
  const channels = new Set<string>()
  const connection = connectionTo(redis)
  const hearAll = async () => {
    if (channels.size > 0) await connection.subscribe(...channels)
  }
  // A connection that does not even answer this is a dead one.
  const hearAgain = () => hearAll().catch(() => connection.disconnect(true))
  const begin = () => void hearAgain().then(onHearing)
  // Without a listener ioredis prints every failed reconnect, and it goes on trying by itself.
  connection.on("error", () => {})
  connection.on("message", onMessage)
  connection.on("ready", begin)
  const asking = setInterval(() => {
    if (connection.status === "ready") void hearAgain()
  }, ASK_AGAIN_MS)
  void connection.connect().catch(whenAway)
  return {
    hear: (channel) => {
      channels.add(channel)
      void connection.subscribe(channel).catch(whenAway)
    },
    unhear: (channel) => {
      channels.delete(channel)
      void connection.unsubscribe(channel).catch(whenAway)
    },
    close: () => {
      clearInterval(asking)
      connection.disconnect()
    },
  }
}

// All channels are asked for by ourselves, also those that nobody could ask for while Redis was away.
const SUBSCRIBING = { autoResubscribe: false, keepAlive: KEEP_ALIVE_MS }

function connectionTo(redis: unknown): Single {
  if (redis instanceof Single) return redis.duplicate({ ...SUBSCRIBING, lazyConnect: true })
  if (!(redis instanceof Cluster)) throw new Error("This is no client of ours.")
  // Any node will do, for what is said to one is heard on all: when it is lost, it is another's turn.
  const options: RedisOptions & { replyMapping: "legacy" } = {
    ...(redis.options.redisOptions as RedisOptions),
    ...SUBSCRIBING,
    ...anyNodeOf(redis),
    lazyConnect: true,
    replyMapping: "legacy",
    retryStrategy: (attempt) => {
      Object.assign(connection.options, anyNodeOf(redis))
      return reconnectMs(attempt)
    },
  }
  const connection = new Single(options)
  return connection
}

/** Where one of the nodes is that are known to be there; of none while all are away. */
function anyNodeOf(cluster: Cluster): RedisOptions {
  const nodes = cluster.nodes()
  const { host, port } = nodes[Math.floor(Math.random() * nodes.length)]?.options ?? {}
  return host && port ? { host, port } : {}
}

/** It is done when Redis is back. */
const whenAway = () => {}
