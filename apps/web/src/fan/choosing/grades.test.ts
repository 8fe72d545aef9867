import { expect, test } from "bun:test"
import { gradesOf, pricesOf } from "./grades.ts"
import { hallOf, placesBut } from "./testing.ts"

test("a grade is everything at one price, the dearest first, with what is left of all of it", () => {
  const { plan } = hallOf({
    left: { rows: ["aa"], price: 90 },
    middle: { rows: ["aaa"], price: 150 },
    right: { rows: ["aa"], price: 90 },
    floor: { kind: "standing", capacity: 5, price: 40 },
  })
  const grades = gradesOf(plan, placesBut(12, [0, 3]))
  expect(
    grades.map(({ price, open, only, isStanding }) => [price, open, only?.name, isStanding]),
  ).toEqual([
    [150, 2, "middle", false],
    [90, 3, undefined, false],
    [40, 5, "floor", true],
  ])
  expect(pricesOf(plan)).toEqual([90, 150, 40])
})
