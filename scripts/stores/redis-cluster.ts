import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { until } from "@podo/db/racing"
import { connectRedis, type Redis } from "@podo/redis/connect"
import { freePort } from "../run/ports.ts"
import { becomesReady, spawnServer } from "../run/programs.ts"
import { findRedisServer, redisAnswers } from "./redis.ts"

const SLOTS = 16_384
const READY_WITHIN_MS = 10_000

type Node = { url: string; port: number; busPort: number; stop: () => Promise<void> }

/** A cluster of three servers with nothing in it. All of it goes with this process. */
export async function startRedisCluster() {
  const server = findRedisServer()
  if (!server) throw new Error("No redis-server was found.")
  const folder = mkdtempSync(join(tmpdir(), "podo-cluster-"))
  const nodes = await Promise.all(
    ["one", "two", "three"].map((name) => startNode(server, join(folder, name))),
  )
  await introduce(nodes)
  return {
    url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(",")}`,
    nodes,
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop()))
      rmSync(folder, { recursive: true })
    },
  }
}

async function startNode(server: string, folder: string): Promise<Node> {
  mkdirSync(folder)
  const [port, busPort] = [freePort(), freePort()]
  const settings = {
    bind: "127.0.0.1",
    port,
    dir: folder,
    "cluster-enabled": "yes",
    "cluster-port": busPort,
    "cluster-node-timeout": 2_000,
    appendonly: "no",
    save: "",
  }
  const given = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const running = spawnServer([server, ...given], "KILL")
  const url = `redis://127.0.0.1:${port}`
  const answers = async () => (await redisAnswers(url)) === "PONG"
  if (!(await becomesReady(running, answers, READY_WITHIN_MS))) {
    throw new Error("A server of the cluster did not start.")
  }
  return { url, port, busPort, stop: running.stop }
}

/** Gives each its share of the slots, and waits until all know of all. */
async function introduce(nodes: Node[]) {
  const share = Math.ceil(SLOTS / nodes.length)
  const clients = await Promise.all(nodes.map(({ url }) => connectRedis(url)))
  for (const [at, client] of clients.entries()) {
    const last = Math.min(SLOTS, (at + 1) * share) - 1
    await client.cluster("SET-CONFIG-EPOCH", at + 1)
    await client.cluster("ADDSLOTSRANGE", at * share, last)
  }
  // Only now: a node that has met another takes no epoch any more.
  for (const client of clients) {
    for (const { port, busPort } of nodes) {
      await client.cluster("MEET", "127.0.0.1", port, busPort)
    }
  }
  await until(async () => (await Promise.all(clients.map(isWhole))).every(Boolean))
  for (const client of clients) client.disconnect()
}

const isWhole = async (client: Redis) => {
  const known = await client.cluster("INFO")
  return /cluster_state:ok/.test(known) && /cluster_size:3/.test(known)
}
