import { checkDraw, type DrawFindings } from "@podo/contract/draw-check"
import type { Draw } from "@podo/contract/waiting-room"
import { knownMe } from "../../../app/session/session.ts"
import { api, queryClient } from "../../../app/api/trpc.ts"
import { drawOptions } from "./draw-options.ts"

/** Some at a time: a million draws are twenty pages. */
const PAGES_AT_ONCE = 4

export type OwnCheck =
  /** Nothing can be computed over this connection. */
  | { kind: "insecure" }
  /** There is nothing to compute yet. */
  | { kind: "not-yet" }
  | { kind: "checked"; draw: Draw; findings: DrawFindings; isGuest: boolean }

type ToCheck = {
  performanceId: string
  hashSeen: string
  /** Told of how much is here already, from 0 to 1. */
  onProgress: (part: number) => void
}

/** Fetches all that is published, and computes here what the server says. */
export async function checkOwnDraw(asked: ToCheck): Promise<OwnCheck> {
  // Browsers compute nothing over a connection that anybody could change.
  if (!globalThis.isSecureContext) return { kind: "insecure" }
  const { performanceId, hashSeen } = asked
  const draw = await queryClient.fetchQuery({ ...drawOptions(performanceId), staleTime: 0 })
  if (draw.sealedAt === null) return { kind: "not-yet" }
  const pages = await fetchPages(draw, asked)
  const userId = knownMe()?.userId
  const findings = await checkDraw({ performanceId, draw, pages, userId, hashSeen })
  return { kind: "checked", draw, findings, isGuest: userId === undefined }
}

async function fetchPages({ pages: count }: Draw, { performanceId, onProgress }: ToCheck) {
  const pages: string[] = []
  for (let page = 0; page < count; page += PAGES_AT_ONCE) {
    const some = Array.from({ length: Math.min(PAGES_AT_ONCE, count - page) }, (_, index) =>
      api.waitingRoom.drawPage.query({ performanceId, page: page + index }),
    )
    for (const { draws } of await Promise.all(some)) pages.push(draws)
    onProgress(pages.length / count)
  }
  return pages
}
