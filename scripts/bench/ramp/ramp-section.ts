import { mintPerformance } from "@podo/db/testing"
import { measure } from "../../crowd/measures.ts"
import type { Bench } from "../bench.ts"
import type { Finding, Section } from "../section.ts"
import { waitAsAPage } from "./people.ts"

const PEOPLE = 1_000
const PEOPLE_QUICK = 200
const PER_MINUTE = 60
const WAIT_MS = 240_000
/** Everything goes by so many times as fast, so that a run ends. */
const HURRY = 8
const HURRY_QUICK = 60

async function run(bench: Bench): Promise<Finding> {
  const finding: Required<Finding> = { rows: [], lines: [], shown: [], bars: [] }
  for (const hears of ["live", "poll"] as const) {
    const { line, perSecond } = await stayInLine(bench, hears)
    finding.lines.push(line)
    finding.shown.push({
      says: `questions a second of ${bench.scale.quick ? PEOPLE_QUICK : PEOPLE} who wait by ${hears}`,
      value: perSecond,
      unit: "/s",
    })
  }
  return finding
}

async function stayInLine({ stores, api, people, scale }: Bench, hears: "live" | "poll") {
  const hurry = scale.quick ? HURRY_QUICK : HURRY
  const count = scale.quick ? PEOPLE_QUICK : PEOPLE
  const { performanceId } = await mintPerformance(stores, {
    capacity: 10_000,
    standing: true,
    room: { capacity: 100_000, perMinute: PER_MINUTE, admissionSeconds: 3_600 },
  })
  const sessions = await people.take(count)
  const [enter, status] = [measure("enter"), measure("status")]
  const began = Date.now()
  const ramp = { url: api.url, performanceId, enter, status, endsAt: began + WAIT_MS / hurry }
  const before = await api.measured()
  const waits = await Promise.all(
    sessions.map((session) => waitAsAPage(ramp, session, { hears, hurry })),
  )
  const after = await api.measured()
  const sum = (of: (wait: (typeof waits)[number]) => number) =>
    waits.reduce((total, wait) => total + of(wait), 0)
  const personSeconds = sum(({ waitedMs }) => waitedMs) / 1_000
  const perSecond = (total: number) => (total / personSeconds) * count
  const asked = perSecond(sum(({ asks }) => asks) / hurry)
  const heard = perSecond(sum((wait) => wait.heard))
  const cpu = (after.cpuSeconds - before.cpuSeconds) / ((Date.now() - began) / 1_000)
  const isIn = sum((wait) => Number(wait.isIn))
  return {
    perSecond: asked,
    line: `${count} who wait by ${hears} while ${PER_MINUTE} a minute are let in: ${asked.toFixed(1)} questions and ${heard.toFixed(1)} messages a second for all of them; ${isIn} were let in; the api took ${cpu.toFixed(2)} of a core. ${status.report()}.`,
  }
}

export const pages: Section = {
  name: "pages",
  title: "People who wait as our page does",
  how: "A thousand in line who hear the news and ask as rarely as the page does, or poll where there is no live connection. Their time goes by eight times as fast, and what they ask is counted back.",
  run,
}
