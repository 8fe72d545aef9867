import { readFileSync } from "node:fs"
import { Command } from "@commander-js/extra-typings"
import { type PerformanceId, UserId } from "@podo/contract/ids"
import { type Api, codeOf, connectApi } from "./api-client.ts"
import { comparedWith, findingsOf, type PublishedDraw } from "./draw-findings.ts"
import { pathOf } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { performanceIdOf, urlOption } from "./options.ts"
import { findRunning } from "./running-podo.ts"

export const verifyDrawCommand = new Command("verify-draw")
  .description(
    "check the drawn line of a performance from what is published alone, without trusting the server",
  )
  .requiredOption("--performance <id>", "which performance", performanceIdOf)
  .option("--token <token>", "check one's own place too: the token of one's session")
  .option("--entrants <file>", "compute everybody's place: a file of user ids, one a line", pathOf)
  .addOption(urlOption())
  .action(async ({ performance, url, token, entrants }) => {
    const api = connectApi((url ?? findRunning().url).replace(/\/$/, ""), token ?? "")
    const people = entrants === undefined ? undefined : readPeople(entrants)
    const published = await readPublished(api, performance, token !== undefined)
    const findings = await findingsOf(published)
    if (people) findings.push(...comparedWith(people, published))
    for (const finding of findings) console.log(finding)
    if (findings.length > 0) throw new Problem("The draw is not right.")
    console.log(praiseOf(published, people?.length))
  })

function readPeople(file: string): UserId[] {
  const lines = readLines(file).filter((line) => line !== "")
  return lines.map((line, at) => {
    const userId = UserId.safeParse(line)
    if (!userId.success) throw new Problem(`Line ${at + 1} of ${file} is "${line}": no user id.`)
    return userId.data
  })
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .map((line) => line.trim())
  } catch {
    throw new Problem(`--entrants is "${file}", which cannot be read.`)
  }
}

async function readPublished(
  api: Api,
  performanceId: PerformanceId,
  isSignedIn: boolean,
): Promise<PublishedDraw> {
  try {
    const me = isSignedIn ? await api.account.me.query() : null
    if (isSignedIn && !me) throw new Problem("Nobody is signed in by this --token.")
    const draw = await api.waitingRoom.draw.query({ performanceId })
    if (draw.sealedAt === null) {
      throw new Problem("The draw is not sealed yet: it is as soon as the sale has opened.")
    }
    const pages: string[] = []
    while (pages.length < draw.pages) {
      const page = { performanceId, page: pages.length }
      pages.push((await api.waitingRoom.drawPage.query(page)).draws)
    }
    return { performanceId, draw, pages, userId: me?.userId }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`The draw could not be read: ${codeOf(error)}.`)
  }
}

function praiseOf({ draw, userId }: PublishedDraw, recomputed: number | undefined): string {
  const whole = `The draw is right: the seed fits its hash, and ${draw.entrants} draws in ascending order fit their digest.`
  const each = recomputed === undefined ? "" : ` Every place of ${recomputed} people was computed.`
  const own = draw.mine ? ` The own place is ${draw.mine.place}.` : " The own place is none."
  return `${whole}${each}${userId ? own : ""}`
}
