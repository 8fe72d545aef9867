import { checkDraw, type DrawCheck } from "@podo/contract/draw-check"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { DRAW_HEX_DIGITS } from "@podo/contract/limits"
import type { Draw } from "@podo/contract/waiting-room"
import { drawOf } from "@podo/waiting-room/draw-of"

export type PublishedDraw = {
  performanceId: PerformanceId
  draw: Draw
  pages: string[]
  /** Whose place is checked as well. */
  userId?: UserId | undefined
}

const SENTENCES: Record<DrawCheck, (draw: Draw) => string> = {
  hash: () => "The seed's hash is another one than before.",
  seed: ({ seedHash }) => `The seed does not fit its hash ${seedHash}: it was changed.`,
  pages: () => "The pages are not what pages of draws have to be.",
  entrants: ({ entrants }) => `The draws are not the ${entrants} that are said to be there.`,
  order: () => "The draws are not in strictly ascending order.",
  digest: ({ digest }) => `The draws do not have the digest ${digest} that they were sealed with.`,
  place: ({ mine }) => `The place ${mine?.place ?? "none"} is not where this person's draw is.`,
}

/** The faults of a draw, a sentence each; nothing where all is right. */
export async function findingsOf({ performanceId, draw, pages, userId }: PublishedDraw) {
  const { wrong } = await checkDraw({ performanceId, draw, pages, userId })
  return wrong.map((check) => SENTENCES[check](draw))
}

const NAMED_MAX = 20

/** The findings of an auditor's own list of who was in the lobby: who is missing in the draw, and what is nobody's. */
export function comparedWith(
  people: UserId[],
  { performanceId, draw, pages }: PublishedDraw,
): string[] {
  const drawn = new Map(
    people.map((userId) => [drawOf(draw.seed ?? "", performanceId, userId), userId]),
  )
  const smuggled: string[] = []
  let place = 0
  for (const text of pages) {
    for (let at = 0; at < text.length; at += DRAW_HEX_DIGITS) {
      const published = text.slice(at, at + DRAW_HEX_DIGITS)
      place += 1
      // The draws left at the end were not published.
      if (!drawn.delete(published)) smuggled.push(`Smuggled in at place ${place}: ${published}`)
    }
  }
  const missing = [...drawn].map(([own, userId]) => `Missing: ${userId}, who drew ${own}`)
  return [...firstOf(missing), ...firstOf(smuggled)]
}

function firstOf(findings: string[]): string[] {
  const more = findings.length - NAMED_MAX
  return more > 0 ? [...findings.slice(0, NAMED_MAX), `… and ${more} more.`] : findings
}
