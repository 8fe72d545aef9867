import { PerformanceId } from "@podo/contract/ids"
import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { flag, text, wholeNumber } from "./arguments.ts"
import { crowdOf } from "./crowd-people.ts"
import { sendCrowd } from "./crowd-run.ts"
import { joinStage, openStage } from "./crowd-stage.ts"
import { isProduction } from "./env.ts"
import { Problem, runOrExplain } from "./problem.ts"

const LIMIT_PER_USER = 4

// A seeded crowd comes to a performance with a waiting room: people who wait, reload, give up, come back, try to go
// round the line, are let in, choose, and book or not. Everything that must hold is looked at from outside meanwhile.
await runOrExplain(async () => {
  if (isProduction()) throw new Problem("NODE_ENV is production: no crowd is sent there.")
  const [users, seed] = [wholeNumber("users", 500), wholeNumber("seed", 1)]
  const lobbyMs = wholeNumber("lobby-seconds", 5) * 1_000
  const [capacity, perMinute] = [wholeNumber("capacity", 50), wholeNumber("per-minute", 900)]
  const people = crowdOf({
    users,
    seed,
    lobbyMs,
    quantityMax: Math.min(wholeNumber("seats", 2), PLACES_PER_CLAIM_MAX, LIMIT_PER_USER),
    secondMs: 1_000,
  })
  const given = text("performance")
  const stage = given
    ? await joinStage(performanceIdOf(given), users, text("url"))
    : await openStage({
        users,
        lobbyMs,
        workers: wholeNumber("workers", 2),
        performance: {
          capacity: wholeNumber("places", Math.max(10, Math.floor(users / 20) * 10)),
          limitPerUser: LIMIT_PER_USER,
          room: {
            capacity,
            perMinute,
            hasDraw: flag("draw"),
            admissionSeconds: wholeNumber("admission-seconds", 60),
          },
        },
      })
  const endsAt = stage.opensAt + wholeNumber("seconds", 300) * 1_000
  console.log(
    `${users} people, seed ${seed}: for ${capacity} inside at once, ${perMinute} let in a minute`,
  )
  const { lines, violations } = await sendCrowd({ ...stage, endsAt, people })
  for (const line of lines) console.log(line)
  await stage.stop()
  process.exit(violations.length === 0 ? 0 : 1)
})

function performanceIdOf(id: string): PerformanceId {
  const parsed = PerformanceId.safeParse(id)
  if (parsed.success) return parsed.data
  throw new Problem(`--performance is "${id}": it must be the id of a performance.`)
}
