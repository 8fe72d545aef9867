import { join } from "node:path"
import { environmentWith, ROOT } from "../run/env.ts"
import { freePort } from "../run/ports.ts"
import { Problem } from "../run/problem.ts"
import { becomesReady, spawnBun } from "../run/programs.ts"

const READY_WITHIN_MS = 20_000

/** The api as people meet it, with somebody in front of it who knows where they come from. `flags` are Bun's own. */
export async function startMeasuredApi(
  { databaseUrl, redisUrl }: { databaseUrl: string; redisUrl: string },
  flags: string[] = [],
) {
  const [port, internalPort] = [freePort(), freePort()]
  const env = environmentWith({
    PORT: String(port),
    INTERNAL_PORT: String(internalPort),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    TRUSTED_PROXIES: "127.0.0.1",
    LOG_LEVEL: "error",
  })
  const { pid, ended, stop } = spawnBun([...flags, join(ROOT, "apps/api/src/main.ts")], env)
  const url = `http://127.0.0.1:${port}`
  const answers = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (!(await becomesReady({ ended, stop }, answers, READY_WITHIN_MS))) {
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
  return { pid, url, port, measured, stop }
}
