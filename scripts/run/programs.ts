import { join } from "node:path"
import type { Environment } from "./env.ts"
import { printReadable } from "./readable-lines.ts"

/** A process that is up. `stop` asks it to end in good order, and resolves when it is gone. */
export type Running = { ended: Promise<number>; stop: () => Promise<void> }

/** Something that can be started, and started again. `start` resolves when it is ready for use. */
export type Program = { name: string; start: () => Promise<Running> }

export type Kept = { stop: () => Promise<void> }

const RESTARTS_MAX = 5
const RESTARTS_WITHIN_MS = 60_000
const RESTART_DELAY_MS = 300
const STOP_WITHIN_MS = 30_000

/** Starts a program and starts it again when it dies, up to five times a minute; then it is given up. */
export async function keepRunning(program: Program, giveUp: (why: string) => void): Promise<Kept> {
  let running = await program.start()
  let stopping = false

  async function watch() {
    let deaths: number[] = []
    while (true) {
      const code = await running.ended
      if (stopping) return
      deaths = [...deaths.filter((at) => at > Date.now() - RESTARTS_WITHIN_MS), Date.now()]
      if (deaths.length > RESTARTS_MAX) {
        return giveUp(`${program.name} ended ${deaths.length} times within a minute.`)
      }
      console.error(`${program.name} ended unexpectedly (exit code ${code}): starting it again.`)
      await Bun.sleep(RESTART_DELAY_MS)
      if (stopping) return
      running = await program.start()
    }
  }

  const watching = watch().catch((error: Error) => giveUp(error.message))
  return {
    stop: async () => {
      stopping = true
      const known = running
      await known.stop()
      await watching
      // It may have been half-way through a restart when it was told to stop.
      if (running !== known) await running.stop()
    },
  }
}

/** Starts a server that ends with this process, however this process ends: by this signal. */
export function spawnServer(command: string[], signal: "TERM" | "KILL"): Running {
  const keeper = Bun.spawn(
    ["sh", join(import.meta.dir, "keep-server.sh"), signal, ...command],
    // In a session of its own, a Ctrl-C of the terminal does not reach it: we stop things in order.
    { stdin: "pipe", stdout: "ignore", stderr: "ignore", detached: true },
  )
  // Tests must be able to end without stopping their stores: those stop themselves.
  keeper.unref()
  // Should the keeper itself be killed, this tells what is left of it to stop the server.
  void keeper.exited.then(() => keeper.stdin.end())
  return {
    ended: keeper.exited,
    stop: async () => {
      keeper.ref()
      await keeper.stdin.end()
      await keeper.exited
    },
  }
}

/** One of our own programs. `kill` ends it as a power cut would: at once, in the middle of anything. */
export type RunningBun = Running & { pid: number; kill: () => Promise<void> }

/** Starts one of our own programs with Bun; it dies with this process. */
export function spawnBun(args: string[], env: Environment): RunningBun {
  // A person reads a terminal; anything else gets the lines as they are.
  const isRead = process.stdout.isTTY
  const child = Bun.spawn([process.execPath, "--no-orphans", ...args], {
    env,
    stdio: ["ignore", isRead ? "pipe" : "inherit", "inherit"],
    detached: true,
  })
  if (child.stdout) void printReadable(child.stdout)
  return {
    pid: child.pid,
    ended: child.exited,
    stop: async () => {
      child.kill("SIGTERM")
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS)
      await child.exited
      clearTimeout(late)
    },
    kill: async () => {
      child.kill("SIGKILL")
      await child.exited
    },
  }
}

/** Whether a condition came true before the program ended or the time was up. */
export async function becomesReady(
  running: Running,
  isReady: () => Promise<boolean>,
  withinMs: number,
) {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    if (await isReady()) return true
    const ended = await Promise.race([running.ended, Bun.sleep(25)])
    if (ended !== undefined) return false
  }
  return false
}
