import { join } from "node:path"
import { environmentWith, ROOT } from "../../run/env.ts"
import { Problem } from "../../run/problem.ts"

/** The news of a viewer, and when. */
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
  /** The message when it is there, without being asked. */
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
    [process.execPath, "--no-orphans", join(ROOT, "scripts/bench/live", script), ...args],
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
