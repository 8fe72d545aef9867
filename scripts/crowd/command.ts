import { Command } from "@commander-js/extra-typings"
import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { performanceIdOf, urlOption, wholeNumber } from "../operate/options.ts"
import { isProduction } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { crowdOf } from "./people.ts"
import { sendCrowd } from "./run.ts"
import { joinStage, openStage } from "./stage.ts"

const LIMIT_PER_USER = 4

export const crowdCommand = new Command("crowd")
  .description(
    "send a seeded crowd to a waiting room: people wait, reload, try to go round the line, book or not, and all that must hold is looked at from outside",
  )
  .option("--users <count>", "how many come", wholeNumber, 500)
  .option("--seed <number>", "the same seed is the same crowd", wholeNumber, 1)
  .option(
    "--performance <id>",
    "of a Podo that runs; without it, one on stores of its own",
    performanceIdOf,
  )
  .addOption(urlOption())
  .option("--seconds <s>", "from the opening until everybody goes home", wholeNumber, 300)
  .option("--lobby-seconds <s>", "how long the lobby is open before", wholeNumber, 5)
  .option("--draw", "places in the lobby are drawn")
  .option("--capacity <count>", "how many are inside at once", wholeNumber, 50)
  .option("--per-minute <count>", "how many are let in a minute", wholeNumber, 900)
  .option("--admission-seconds <s>", "for how long somebody is let in", wholeNumber, 60)
  .option(
    "--places <count>",
    "places of the performance; half a place a person without it",
    wholeNumber,
  )
  .option("--seats <count>", "places that a person wants at most", wholeNumber, 2)
  .option("--workers <count>", "worker processes", wholeNumber, 2)
  .action(async (asked) => {
    if (isProduction()) throw new Problem("NODE_ENV is production: no crowd is sent there.")
    const { users, seed, capacity, perMinute } = asked
    const lobbyMs = asked.lobbySeconds * 1_000
    const people = crowdOf({
      users,
      seed,
      lobbyMs,
      quantityMax: Math.min(asked.seats, PLACES_PER_CLAIM_MAX, LIMIT_PER_USER),
      secondMs: 1_000,
    })
    const stage = asked.performance
      ? await joinStage(asked.performance, users, asked.url)
      : await openStage({
          users,
          lobbyMs,
          workers: asked.workers,
          performance: {
            capacity: asked.places ?? Math.max(10, Math.floor(users / 20) * 10),
            limitPerUser: LIMIT_PER_USER,
            room: {
              capacity,
              perMinute,
              hasDraw: asked.draw ?? false,
              admissionSeconds: asked.admissionSeconds,
            },
          },
        })
    const endsAt = stage.opensAt + asked.seconds * 1_000
    console.log(
      `${users} people, seed ${seed}: for ${capacity} inside at once, ${perMinute} let in a minute`,
    )
    const { lines, violations } = await sendCrowd({ ...stage, endsAt, people })
    for (const line of lines) console.log(line)
    await stage.stop()
    process.exit(violations.length === 0 ? 0 : 1)
  })
