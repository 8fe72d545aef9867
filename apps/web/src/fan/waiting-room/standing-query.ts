import type { LineFacts, Standing } from "@podo/contract/waiting-room"
import { queryOptions } from "@tanstack/react-query"
import { isPassing } from "../../app/api/refusals.ts"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { api, queryClient, trpc } from "../../app/api/trpc.ts"
import { isInLine, type KnownStanding, withAnswer, withFacts } from "./ahead.ts"
import { endingOf } from "./entering.ts"
import { keepEnding, keepPromise, keptEnding, keptPromiseOf } from "./kept-story.ts"
import { keptPromise } from "./time-promise.ts"
import { forgetWait } from "./waits.ts"

const RETRIES = 2

/** Where a person stands, on all pages of this tab. Read again by use-standing.ts alone, which knows when. */
export function standingOptions(performanceId: string) {
  return queryOptions({
    queryKey: ["standing", performanceId],
    queryFn: ({ signal }) =>
      answered(performanceId, () => api.waitingRoom.status.query({ performanceId }, { signal })),
    // A page that knows where its person stands asks again later: a line whose server is away must not ask three times as often.
    retry: (failures, error) =>
      knownStanding(performanceId) === undefined && failures < RETRIES && isPassing(error),
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
}

export function knownStanding(performanceId: string): KnownStanding | undefined {
  return queryClient.getQueryData(standingOptions(performanceId).queryKey)
}

export async function readStandingAnew(performanceId: string) {
  const { queryKey } = standingOptions(performanceId)
  await queryClient.invalidateQueries({ queryKey, exact: true })
}

/** Takes a place, or keeps the one that was taken. */
export async function enterRoom(performanceId: string) {
  const enter = () => api.waitingRoom.enter.mutate({ performanceId })
  keepStanding(performanceId, await answered(performanceId, enter))
}

export async function leaveRoom(performanceId: string) {
  const leave = () => api.waitingRoom.leave.mutate({ performanceId })
  const standing = await answered(performanceId, leave)
  if (standing.state !== "absent") return keepStanding(performanceId, standing)
  // From inside as well: it did not end, they have gone.
  keepEnding(performanceId, "left")
  return keepStanding(performanceId, { ...standing, ending: "left" })
}

export function hearFacts(performanceId: string, facts: LineFacts) {
  const known = knownStanding(performanceId)
  if (known === undefined) return
  const after = withFacts(known, facts)
  // The length of a pause is unknown: what was promised before it is void.
  if (!facts.paused) return keepStanding(performanceId, after)
  keepPromise(performanceId, undefined)
  return keepStanding(performanceId, { ...after, promise: undefined })
}

/** They have what they came for: what was known of their wait is over. */
export function forgetStanding(performanceId: string) {
  forgetWait(performanceId)
  queryClient.removeQueries({ queryKey: standingOptions(performanceId).queryKey, exact: true })
}

/** A claim was refused to who is not inside: the page shows the room, which a moment ago it may not have had. */
export async function goToRoom(performanceId: string) {
  if (knownStanding(performanceId)?.state === "admitted") keepEnding(performanceId, "over")
  await Promise.all([
    readStandingAnew(performanceId),
    queryClient.invalidateQueries(trpc.catalog.event.pathFilter()),
  ])
}

function keepStanding(performanceId: string, standing: KnownStanding) {
  queryClient.setQueryData(standingOptions(performanceId).queryKey, standing)
}

async function answered(
  performanceId: string,
  ask: () => Promise<Standing>,
): Promise<KnownStanding> {
  const answer = await ask()
  const before = knownStanding(performanceId)
  const after = withAnswer(before, answer, performance.now())
  const ending = endingAfter(performanceId, before, after)
  return {
    ...after,
    ending,
    promise: promiseAfter(performanceId, after),
    begunAnewAt:
      before?.isLost === true && isInLine(after)
        ? new Date(serverNowMs()).toISOString()
        : before?.begunAnewAt,
  }
}

function endingAfter(
  performanceId: string,
  before: KnownStanding | undefined,
  after: KnownStanding,
) {
  const isOut = after.state !== "waiting" && after.state !== "lobby" && after.state !== "admitted"
  const ending = isOut ? (endingOf(before, after) ?? keptEnding(performanceId)) : undefined
  keepEnding(performanceId, ending)
  return ending
}

function promiseAfter(performanceId: string, { lineId, etaSeconds, paused }: KnownStanding) {
  const before = keptPromiseOf(performanceId)
  const promise =
    etaSeconds === undefined || paused
      ? undefined
      : keptPromise(before, { lineId, eta: etaSeconds, nowMs: serverNowMs() })
  keepPromise(performanceId, promise)
  return promise
}
