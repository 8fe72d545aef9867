import { readFileSync } from "node:fs"

/** The clock of /proc, on every Linux that Bun runs on. */
const US_PER_TICK = 10_000
/** After the name in brackets, which may hold spaces: fields 14 and 15 of proc(5) are user and system time. */
const [USER, SYSTEM] = [11, 12]

/** The CPU time of a process so far, all its threads together, in microseconds; nothing once it is gone. */
export function cpuUsedUs(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return (Number(fields[USER]) + Number(fields[SYSTEM])) * US_PER_TICK
  } catch {
    return 0
  }
}

/** The CPU time of all programs of this machine so far, in microseconds: idle time and waiting for disks left out. */
export function machineUsedUs(): number {
  const [first = ""] = readFileSync("/proc/stat", "latin1").split("\n")
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0] = first
    .split(/ +/)
    .slice(1)
    .map(Number)
  return (user + nice + system + irq + softIrq) * US_PER_TICK
}
