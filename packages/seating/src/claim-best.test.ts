import { describe, expect, test } from "bun:test"
import { type ClaimPlaces, ClaimPlaces as ClaimInput } from "@podo/contract/seating"
import { type Refusal, Refused } from "@podo/contract/refusal"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import * as fc from "fast-check"
import {
  isAskedFor,
  leavesOrphan,
  type MadePlace,
  ordinaryRuns,
  partsNeeded,
  partsOf,
  type Wish,
  windowsIn,
} from "./testing/best-places-model.ts"
import { claimPlaces } from "./claim-places.ts"
import { madeUpHall, wish, wishWithWheelchairs } from "./testing/made-up-halls.ts"
import { openHall } from "./testing/halls.ts"

const stores = await openTestStores()

const HALLS = 150

const WISHES_PER_HALL = 2

type Answer = { places: number[] } | { refusal: Refusal }

async function answerTo(input: ClaimPlaces): Promise<Answer> {
  return claimPlaces(stores, mintUserId(), input).catch((error: unknown) => {
    if (error instanceof Refused) return { refusal: error.refusal }
    throw error
  })
}

type MadeHall = typeof madeUpHall extends fc.Arbitrary<infer Made> ? Made : never

/** A fresh hall in this state for each wish, and what came of it. */
async function ask({ hall, plan, areas }: MadeHall, asked: Wish) {
  const taken = hall.flatMap(({ place, isOpen }) => (isOpen ? [] : [place]))
  const { performanceId, runs } = await openHall(stores, { plan, areas, taken })
  const answer = await answerTo(ClaimInput.parse({ performanceId, ...asked }))
  return { answer, ranks: runs.ranks }
}

const eachHall = (check: (made: MadeHall, wishes: Wish[]) => Promise<void>, wishes = wish) =>
  fc.assert(
    fc.asyncProperty(
      madeUpHall,
      fc.array(wishes, { minLength: WISHES_PER_HALL, maxLength: WISHES_PER_HALL }),
      check,
    ),
    { numRuns: HALLS },
  )

describe("the best n places of any hall in any state", () => {
  test("are n of those asked for, together and without a new orphan where there are such", async () => {
    await eachHall(async (made, wishes) => {
      for (const asked of wishes) {
        const { answer, ranks } = await ask(made, asked)
        checkOrdinary(made.hall, asked, { answer, ranks })
      }
    })
  }, 30_000)

  test("with wheelchairs are as many as asked for, and who comes along is beside them where there is room", async () => {
    const check = async (made: MadeHall, wishes: Wish[]) => {
      for (const asked of wishes)
        checkWheelchairs(made.hall, asked, (await ask(made, asked)).answer)
    }
    await eachHall(check, wishWithWheelchairs)
  }, 30_000)
})

function checkOrdinary(
  hall: MadePlace[],
  asked: Wish,
  { answer, ranks }: { answer: Answer; ranks: number[] },
) {
  const { quantity } = asked
  if (asked.area && !hall.some(({ area }) => area === asked.area)) {
    expect(answer).toEqual({ refusal: { code: "NOT_FOUND", what: "area" } })
    return
  }
  const runs = ordinaryRuns(hall).filter(([first]) => first && isAskedFor(first, asked))
  const open = runs.flat().filter(({ isOpen }) => isOpen)
  if (open.length < quantity) {
    const remaining = open.length
    expect(answer).toEqual({ refusal: { code: "NOT_ENOUGH_PLACES", remaining } })
    return
  }
  if ("refusal" in answer) throw new Error(`Refused: ${JSON.stringify(answer.refusal)}`)
  const { places } = answer
  expect(new Set(places).size).toBe(quantity)
  expect(open.map(({ place }) => place)).toEqual(expect.arrayContaining(places))
  const together = windowsIn(runs, quantity)
  if (together.length === 0) {
    checkParts(runs, places)
    return
  }
  const run = runs.find((one) => one.some(({ place }) => place === places[0])) ?? []
  expect(partsOf(runs, places)).toEqual([quantity])
  const namesOf = (window: MadePlace[]) => window.map(({ place }) => place)
  const isTidy = (window: MadePlace[]) => {
    const own = runs.find((one) => window[0] && one.includes(window[0])) ?? []
    return !leavesOrphan(own, namesOf(window))
  }
  const hasTidy = together.some(isTidy)
  if (hasTidy) expect(leavesOrphan(run, places)).toBe(false)
  const rankSum = (window: number[]) => window.reduce((sum, place) => sum + (ranks[place] ?? 0), 0)
  const likeIt = windowsIn([run], quantity).filter((window) => !hasTidy || isTidy(window))
  expect(rankSum(places)).toBe(Math.min(...likeIt.map(namesOf).map(rankSum)))
}

function checkParts(runs: MadePlace[][], places: number[]) {
  const parts = partsOf(runs, places)
  const needed = partsNeeded(runs, places.length)
  expect(parts).toHaveLength(needed?.parts ?? 0)
  if (!needed?.isSomebodyAlone) expect(Math.min(...parts)).toBeGreaterThan(1)
}

function checkWheelchairs(hall: MadePlace[], asked: Wish, answer: Answer) {
  const { quantity, wheelchairs = 0 } = asked
  const open = hall.filter((place) => place.isOpen && isAskedFor(place, asked))
  const ofKind = (kind: MadePlace["kind"]) =>
    open.flatMap((place) => (place.kind === kind ? [place.place] : []))
  if ("refusal" in answer) {
    const { refusal } = answer
    if (refusal.code === "NOT_FOUND") return
    if (refusal.code !== "NOT_ENOUGH_PLACES") throw new Error(refusal.code)
    expect(refusal.remaining).toBeLessThan(quantity)
    const others = quantity - wheelchairs
    const isImpossible = ofKind("wheelchair").length < wheelchairs
    expect(isImpossible || ofKind("ordinary").length < others).toBe(true)
    return
  }
  const { places } = answer
  expect(new Set(places).size).toBe(quantity)
  expect(open.map(({ place }) => place)).toEqual(expect.arrayContaining(places))
  const isWheelchair = new Set(ofKind("wheelchair"))
  expect(places.filter((place) => isWheelchair.has(place))).toHaveLength(wheelchairs)
  const rooms = roomsIn(hall).filter(([first]) => first && isAskedFor(first, asked))
  const holdsAll = (room: MadePlace[]) =>
    room.filter(({ isOpen, kind }) => isOpen && kind === "wheelchair").length >= wheelchairs &&
    room.filter(({ isOpen, kind }) => isOpen && kind !== "wheelchair").length >=
      quantity - wheelchairs
  if (!rooms.some(holdsAll)) return
  const isIn = (room: MadePlace[]) => places.every((one) => room.some(({ place }) => place === one))
  expect(rooms.some(isIn)).toBe(true)
}

const BESIDE = 8

/** Each run of places for wheelchairs and companions, with the ordinary ones beside it. */
function roomsIn(hall: MadePlace[]): MadePlace[][] {
  const isOrdinary = (place: MadePlace | undefined) => place?.kind === "ordinary"
  const rooms: MadePlace[][] = []
  for (const [at, place] of hall.entries()) {
    if (isOrdinary(place)) continue
    const before = hall[at - 1]
    if (place.goesOn && before && !isOrdinary(before)) rooms.at(-1)?.push(place)
    else rooms.push([place])
  }
  return rooms.map((room) => {
    const [first, last] = [room[0]?.place ?? 0, room.at(-1)?.place ?? 0]
    let [from, to] = [first, last]
    while (first - from < BESIDE && hall[from]?.goesOn && isOrdinary(hall[from - 1])) from -= 1
    while (to - last < BESIDE && hall[to + 1]?.goesOn && isOrdinary(hall[to + 1])) to += 1
    return hall.slice(from, to + 1)
  })
}
