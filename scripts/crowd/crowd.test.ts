import { describe, expect, test } from "bun:test"
import { mintSessions } from "@podo/accounts/mint-sessions"
import type { UserId } from "@podo/contract/ids"
import { until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { startApi } from "../chaos/api-process.ts"
import { emptyDiary, type Stay } from "./diary.ts"
import { busiestMinute, grantedOutside, movedWithoutLeaving, overtakenBy } from "./findings.ts"
import { crowdOf } from "./people.ts"
import { sendCrowd } from "./run.ts"

const WISHES = { users: 40, seed: 7, lobbyMs: 500, quantityMax: 2, secondMs: 30 }
const [ada, ben] = [mintUserId(), mintUserId()]
const [person] = crowdOf(WISHES)

function diaryOf(userId: UserId, ...stays: Partial<Stay>[]) {
  if (!person) throw new Error("A crowd of nobody.")
  const usual = { enteredAt: 1_000, score: 1, presentUntil: Infinity }
  return { ...emptyDiary(userId, person), stays: stays.map((stay) => ({ ...usual, ...stay })) }
}

const admitted = (userId: UserId, at: number) => ({ userId, at, tick: `${at}-0` })
const watched = { samples: 1, peakInside: 1, crowded: 0, capacity: 1, perMinute: 1, noShows: 0 }

describe("a crowd", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(crowdOf(WISHES)).toEqual(crowdOf(WISHES))
    expect(crowdOf({ ...WISHES, seed: 8 })).not.toEqual(crowdOf(WISHES))
  })

  test("goes through a waiting room, and nothing is found that must not happen", async () => {
    const stores = await openTestStores()
    const api = await startApi()
    const sessions = await mintSessions(stores.db, WISHES.users)
    const { performanceId } = await mintPerformance(stores, {
      capacity: 40,
      saleOpensInMs: WISHES.lobbyMs,
      room: { capacity: 5, perMinute: 60_000, admissionSeconds: 1, hasDraw: true },
    })
    const opensAt = Date.now() + WISHES.lobbyMs
    const run = { stores, sessions, performanceId, url: api.url, people: crowdOf(WISHES) }
    let found: Awaited<ReturnType<typeof sendCrowd>> | undefined
    void sendCrowd({ ...run, opensAt, endsAt: opensAt + 2_000 }).then((all) => (found = all))
    await until(async () => {
      await tickRoom(stores, performanceId)
      return found !== undefined
    })
    await api.kill()
    expect(found?.violations).toEqual([])
    expect(found?.watched.admissions.length).toBeGreaterThan(10)
    expect(found?.diaries.filter(({ end }) => end === "booked")).not.toEqual([])
  }, 20_000)
})

describe("an event that must not happen in a line is found", () => {
  test("somebody is let in before who stands ahead", () => {
    const line = [diaryOf(ada, { score: 1 }), diaryOf(ben, { score: 2 })]
    expect(overtakenBy(line, [admitted(ben, 2_000), admitted(ada, 3_000)]).overtaken).toEqual([
      { userId: ada, by: ben },
    ])
    expect(overtakenBy(line, [admitted(ben, 2_000)]).overtaken).toHaveLength(1)
  })

  test("and nothing, where they were away, came later or went in together", () => {
    const ahead = (stay: Partial<Stay>) => [diaryOf(ada, stay), diaryOf(ben, { score: 2 })]
    const benFirst = [admitted(ben, 2_000), admitted(ada, 3_000)]
    const together = [admitted(ben, 2_000), admitted(ada, 2_000)]
    expect(overtakenBy(ahead({ presentUntil: 1_500 }), benFirst).overtaken).toEqual([])
    expect(overtakenBy(ahead({ enteredAt: 2_500 }), benFirst).overtaken).toEqual([])
    expect(overtakenBy(ahead({}), together).overtaken).toEqual([])
  })

  test("somebody who stayed stands elsewhere", () => {
    const stays = [{ score: 1 }, { score: 9, enteredAt: 5_000 }]
    expect(movedWithoutLeaving([diaryOf(ada, ...stays)], [])).toEqual([ada])
    expect(movedWithoutLeaving([diaryOf(ada, ...stays)], [admitted(ada, 2_000)])).toEqual([])
    const left = [
      { score: 1, presentUntil: 2_000 },
      { score: 9, enteredAt: 5_000 },
    ]
    expect(movedWithoutLeaving([diaryOf(ada, ...left)], [])).toEqual([])
  })

  test("a claim is granted to who is not inside", () => {
    const claims = [{ beganAt: 5_000, endedAt: 5_010 }]
    const granted = (at: number) =>
      grantedOutside([{ ...diaryOf(ada), claims }], {
        ...watched,
        admissions: [admitted(ada, at)],
        admissionMs: 1_000,
      })
    expect(granted(4_500)).toEqual([])
    expect(granted(3_000)).toEqual([ada])
    expect(granted(6_000)).toEqual([ada])
  })

  test("more are let in within a minute than may be", () => {
    const at = [0, 30_000, 59_999, 60_000, 119_000].map((ms) => admitted(ada, ms))
    expect(busiestMinute(at)).toBe(3)
  })
})
