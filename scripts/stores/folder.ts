import {
  existsSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs"

/** Where a private store keeps its files, and whether they matter after it has stopped. */
export type StoreFolder = {
  path: string
  throwAway: boolean
  /** Until it is thrown away it keeps what it acknowledges as if it mattered: for whoever measures what that costs. */
  isDurable?: boolean
}

/** A store that is thrown away need not survive a power cut. */
export const isCareless = ({ throwAway, isDurable = false }: StoreFolder) => throwAway && !isDurable

export function keptPassword(path: string) {
  if (existsSync(path)) return readFileSync(path, "utf8")
  const password = crypto.randomUUID().replaceAll("-", "")
  writeFileSync(path, password, { mode: 0o600 })
  return password
}

export function lastLines(path: string, count: number) {
  if (!existsSync(path)) return "(nothing)"
  return readFileSync(path, "utf8").trimEnd().split("\n").slice(-count).join("\n")
}

const LEFTOVER_STOPS_WITHIN_MS = 30_000

/**
 * Stops a server that an earlier run left behind in this folder. A number in a pid file may meanwhile belong to anybody:
 * only a process that works in the very same folder is ours.
 */
export async function stopLeftover(pidFile: string, workingFolder: string) {
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, "utf8"))
  if (!worksIn(pid, workingFolder)) return rmSync(pidFile, { force: true })
  console.log(`Stopping a server that an earlier run left in ${workingFolder}.`)
  process.kill(pid, "SIGTERM")
  for (const deadline = Date.now() + LEFTOVER_STOPS_WITHIN_MS; Date.now() < deadline;) {
    if (!worksIn(pid, workingFolder)) return
    await Bun.sleep(25)
  }
}

function worksIn(pid: number, folder: string) {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    return false
  }
}
