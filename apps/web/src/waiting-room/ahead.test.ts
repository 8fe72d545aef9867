import { describe, expect, test } from "bun:test"
import { withAnswer, withFacts } from "./ahead.ts"
import { someFacts, someStanding } from "./testing.ts"

const waiting = (ahead: number, more = {}) => someStanding({ ahead, position: ahead + 1, ...more })

describe("how many are ahead", () => {
  test("falls by as many as have gone from the front, and never below nobody", () => {
    const after = (moved: number) => withFacts(waiting(30), someFacts({ moved }), 1)
    expect([after(112).position, after(130).ahead, after(200).ahead]).toEqual([19, 0, 0])
  })

  test("rises with a word about it when somebody comes back to the front, until it falls", () => {
    const risen = withFacts(waiting(30), someFacts({ moved: 98 }), 1)
    const same = withFacts(risen, someFacts({ moved: 98, waiting: 501 }), 2)
    const fallen = withFacts(same, someFacts({ moved: 99 }), 3)
    expect([risen, same, fallen].map(({ ahead, hasRisen }) => [ahead, hasRisen])).toEqual([
      [32, true],
      [32, true],
      [31, false],
    ])
  })

  test("is the same whether news or an older answer is heard first", () => {
    const [answer, facts] = [waiting(30), someFacts({ moved: 110 })]
    const asked = { askedAtMs: 10, nowMs: 30 }
    const newsLast = withFacts(withAnswer(undefined, answer, asked), facts, 40)
    const newsFirst = withAnswer(withFacts(waiting(33), facts, 20), answer, asked)
    expect([newsLast.ahead, newsFirst.ahead]).toEqual([20, 20])
  })

  test("is what a newer answer says, whatever was heard before it was asked for", () => {
    const heard = withFacts(waiting(33), someFacts({ moved: 110 }), 5)
    const answer = waiting(12, { moved: 120 })
    expect(withAnswer(heard, answer, { askedAtMs: 10, nowMs: 30 })).toMatchObject({
      ahead: 12,
      moved: 120,
      hasRisen: false,
    })
  })
})

describe("a line that was lost", () => {
  test("has nobody's place, and whoever stood in it has to enter again", () => {
    const lost = withFacts(waiting(30), someFacts({ lineId: "two", moved: 0 }), 1)
    expect([lost.state, lost.position, lost.isLost]).toEqual(["absent", undefined, true])
    const asked = { askedAtMs: 10, nowMs: 30 }
    const absent = someStanding({ state: "absent", lineId: "" })
    expect(withAnswer(waiting(3), absent, asked).isLost).toBe(true)
    expect(withAnswer(lost, waiting(9, { lineId: "two" }), asked)).toMatchObject({
      state: "waiting",
      isLost: false,
    })
  })

  test("is not one that begins, nor one that one has left", () => {
    const early = someStanding({ state: "absent", lineId: "" })
    expect(withFacts(early, someFacts(), 1).isLost).toBe(false)
    const left = someStanding({ state: "absent" })
    expect(withAnswer(waiting(3), left, { askedAtMs: 1, nowMs: 2 }).isLost).toBe(false)
  })

  test("takes nothing from who is inside", () => {
    const inside = someStanding({ state: "admitted" })
    expect(withFacts(inside, someFacts({ lineId: "two" }), 1).state).toBe("admitted")
  })
})

test("an admission ends by the page's own steady clock", () => {
  const answer = someStanding({ state: "admitted", admittedMs: 5_000 })
  expect(withAnswer(undefined, answer, { askedAtMs: 10, nowMs: 30 }).admittedUntilMs).toBe(5_030)
})
