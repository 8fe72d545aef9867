import { join } from "node:path"
import { environmentWith, ROOT } from "./env.ts"
import { freePort } from "./ports.ts"
import { Problem } from "./problem.ts"
import { becomesReady, spawnBun } from "./programs.ts"

/** What a viewer was told, and when. */
export type Heard = { at: number; changes: (readonly [state: string, places: number[]])[] }
export type ViewersReport = {
  viewers: number
  bytes: number
  frames: number
  /** Connections that ended without being asked to. */
  dropped: number
  cpuUs: number
}
export type ToViewers =
  | { ask: "open"; viewers: number; readers: number }
  | { ask: "close" | "report" }

/** A place, its new state, and when that was asked for. */
export type Changed = [place: number, state: string, at: number]
export type ClaimsReport = { changed: Changed[]; count: number }
export type ToClaims =
  | { ask: "rate"; perSecond: number; seconds: number }
  | { ask: "http"; seconds: number }

type Part<Asked, Report> = {
  heard: Heard[]
  /** What it says when it is there, without being asked. */
  isReady: () => Promise<Report>
  ask: (asked: Asked) => Promise<Report>
  stop: () => void
}

type Reply<Report> = { heard: Heard } | { done: Report }

/** A part of the benchmark in a process of its own, which does one thing after the other. */
export function startPart<Asked, Report>(script: string, args: string[]): Part<Asked, Report> {
  const heard: Heard[] = []
  let next = Promise.withResolvers<Report>()
  const child = Bun.spawn(
    [process.execPath, "--no-orphans", join(ROOT, "scripts", script), ...args],
    {
      env: environmentWith({}),
      stdio: ["ignore", "inherit", "inherit"],
      ipc: (reply: Reply<Report>) => {
        if ("heard" in reply) heard.push(reply.heard)
        else next.resolve(reply.done)
      },
      onExit: () => next.reject(new Problem(`${script} ended.`)),
    },
  )
  return {
    heard,
    isReady: () => next.promise,
    ask: (asked) => {
      next = Promise.withResolvers<Report>()
      child.send(asked)
      return next.promise
    },
    stop: () => child.kill(),
  }
}

const READY_WITHIN_MS = 20_000

/** The api as people meet it, with somebody in front of it who knows where they come from. */
export async function startLiveApi(urls: { databaseUrl: string; redisUrl: string }) {
  const [port, internalPort] = [freePort(), freePort()]
  const env = environmentWith({
    PORT: String(port),
    INTERNAL_PORT: String(internalPort),
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    TRUSTED_PROXIES: "127.0.0.1",
    LOG_LEVEL: "error",
  })
  const running = spawnBun([join(ROOT, "apps/api/src/main.ts")], env)
  const url = `http://127.0.0.1:${port}`
  const answers = async () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (!(await becomesReady(running, answers, READY_WITHIN_MS))) {
    throw new Problem("The api to be measured did not start.")
  }
  /** From what its operators see. */
  const measured = async () => {
    const text = await (await fetch(`http://127.0.0.1:${internalPort}/metrics`)).text()
    const numberOf = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1])
    return {
      cpuSeconds: numberOf("process_cpu_seconds_total"),
      rssBytes: numberOf("process_resident_memory_bytes"),
      frames: numberOf('podo_live_frames_total{of="places"}'),
      sentBytes: numberOf('podo_live_sent_bytes_total{of="places"}'),
    }
  }
  return { url, port, measured, stop: running.stop }
}
