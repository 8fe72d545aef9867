import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Refused } from "@podo/contract/refusal"
import type { Answer, Outcome } from "./apart.ts"

export type Limits = {
  /** The process is killed when it has taken longer. */
  timeoutMs: number
  /** And when it holds more memory (its resident set). It is looked at on Linux, as often as LOOK_EACH_MS. */
  bytesMax: number
}

/** Why a process was killed before it had answered. */
export class KilledApart extends Error {
  override readonly name = "KilledApart"
  readonly reason: "too-slow" | "too-large"
  constructor(reason: KilledApart["reason"], limits: Limits) {
    super(`A job was ${reason}: it may take ${limits.timeoutMs} ms and ${limits.bytesMax} bytes.`)
    this.reason = reason
  }
}

const LOOK_EACH_MS = 50

/**
 * Runs a job in a process of its own: what is heavy or hostile takes neither the loop nor the memory of the one that
 * sells. `module` is the absolute path of a module that exports `job`; input and answer travel as structured clones.
 * A Refused of the job is one here as well. Fails with KilledApart.
 */
export async function runApart<Done>(module: string, input: object, limits: Limits): Promise<Done> {
  const { promise, resolve, reject } = Promise.withResolvers<Done>()
  // The end of a process that is waited for no more is no defect of this one.
  promise.catch(() => undefined)
  const child = Bun.spawn([process.execPath, "--smol", join(import.meta.dir, "apart.ts"), module], {
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit"],
    ipc: ({ outcome }: Answer<Done>) => settle(outcome),
    onExit: (_, code, signal) => reject(new Error(`A job ended by ${signal ?? `code ${code}`}.`)),
  })
  function settle(outcome: Outcome<Done>) {
    if ("done" in outcome) resolve(outcome.done)
    else if ("refusal" in outcome) reject(new Refused(outcome.refusal))
    else reject(new Error(`A job failed: ${outcome.failure}`))
  }
  const deadline = setTimeout(() => reject(new KilledApart("too-slow", limits)), limits.timeoutMs)
  const looks = setInterval(() => {
    if (residentBytes(child.pid) > limits.bytesMax) reject(new KilledApart("too-large", limits))
  }, LOOK_EACH_MS)
  try {
    child.send(input)
    return await promise
  } finally {
    clearTimeout(deadline)
    clearInterval(looks)
    child.kill("SIGKILL")
  }
}

const PAGE_BYTES = 4_096

/** The memory that a process has in RAM; 0 where the system does not say. */
function residentBytes(pid: number): number {
  try {
    const [, pages = "0"] = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")
    return Number(pages) * PAGE_BYTES
  } catch {
    return 0
  }
}
