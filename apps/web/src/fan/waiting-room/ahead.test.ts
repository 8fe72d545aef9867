import { describe, expect, test } from "bun:test"
import { withAnswer, withFacts } from "./ahead.ts"
import { someFacts, someStanding } from "./testing.ts"

const waiting = (ahead: number, more = {}) => someStanding({ ahead, position: ahead + 1, ...more })

describe("how many are ahead", () => {
  test("falls by as many as have gone from the front, and never below nobody", () => {
    const after = (moved: number) => withFacts(waiting(30), someFacts({ moved }))
    expect([after(112).position, after(130).ahead, after(200).ahead]).toEqual([19, 0, 0])
  })

  test("is never more than the others in line, when somebody has left from the middle of it", () => {
    const left = withFacts(waiting(30), someFacts({ waiting: 12 }))
    expect([left.ahead, left.hasRisen]).toEqual([11, false])
  })

  test("rises with a word about it when somebody comes back to the front, until it falls", () => {
    const risen = withFacts(waiting(30), someFacts({ moved: 98 }))
    const same = withFacts(risen, someFacts({ moved: 98, waiting: 501 }))
    const fallen = withFacts(same, someFacts({ moved: 99 }))
    expect([risen, same, fallen].map(({ ahead, hasRisen }) => [ahead, hasRisen])).toEqual([
      [32, true],
      [32, true],
      [31, false],
    ])
  })

  test("is the same whether news or an older answer is heard first", () => {
    const [answer, facts] = [waiting(30), someFacts({ moved: 110, at: 1_001 })]
    const newsLast = withFacts(withAnswer(undefined, answer, 40), facts)
    const newsFirst = withAnswer(withFacts(waiting(33), facts), answer, 40)
    expect([newsLast.ahead, newsFirst.ahead]).toEqual([20, 20])
    expect(newsFirst).toEqual(newsLast)
  })

  test("is what a newer answer says, and no older news that comes after it", () => {
    const heard = withFacts(waiting(33), someFacts({ moved: 110 }))
    const answer = waiting(12, { moved: 120, at: 1_001 })
    const late = someFacts({ moved: 110, waiting: 3 })
    expect(withFacts(withAnswer(heard, answer, 30), late)).toMatchObject({
      ahead: 12,
      moved: 120,
      hasRisen: false,
    })
  })
})

describe("a line that was lost", () => {
  test("has nobody's place, and whoever stood in it has to enter again", () => {
    const lost = withFacts(waiting(30), someFacts({ lineId: "two", moved: 0 }))
    expect([lost.state, lost.position, lost.isLost]).toEqual(["absent", undefined, true])
    const absent = someStanding({ state: "absent", lineId: "" })
    expect(withAnswer(waiting(3), absent, 30).isLost).toBe(true)
    expect(withAnswer(lost, waiting(9, { lineId: "two" }), 30)).toMatchObject({
      state: "waiting",
      isLost: false,
    })
  })

  test("is not one that begins, nor one that one has left", () => {
    const early = someStanding({ state: "absent", lineId: "" })
    expect(withFacts(early, someFacts()).isLost).toBe(false)
    const left = someStanding({ state: "absent" })
    expect(withAnswer(waiting(3), left, 2).isLost).toBe(false)
  })

  test("takes nothing from who is inside", () => {
    const inside = someStanding({ state: "admitted" })
    expect(withFacts(inside, someFacts({ lineId: "two" })).state).toBe("admitted")
  })
})

test("an admission ends by the page's own steady clock", () => {
  const answer = someStanding({ state: "admitted", admittedMs: 5_000 })
  expect(withAnswer(undefined, answer, 30).admittedUntilMs).toBe(5_030)
})
