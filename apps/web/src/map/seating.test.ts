import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { targetAt } from "./press-target.ts"
import { indexBoxes, indexPoints } from "./seat-index.ts"
import { seatingOf } from "./seating.ts"

const ROWS = 20
const SEATS = 30

const area = (name: string, wishes: Partial<PlanArea>): PlanArea => ({
  area: Area.parse(name),
  name,
  englishName: null,
  kind: "seated",
  price: 90_000,
  firstPlace: 0,
  capacity: ROWS * SEATS,
  outline: [],
  ...wishes,
})

const left = area("left", {
  outline: [
    [-10, 90],
    [300, 90],
    [300, 340],
    [-10, 340],
  ],
})
const floor = area("floor", {
  kind: "standing",
  firstPlace: ROWS * SEATS,
  capacity: 100,
  outline: [
    [400, 90],
    [700, 90],
    [700, 340],
    [400, 340],
  ],
})
const plan: Plan = {
  width: 800,
  height: 400,
  stage: [
    [0, 0],
    [300, 0],
    [300, 40],
    [0, 40],
  ],
  currency: "KRW",
  areas: [left, floor],
  seats: [],
}
const seats: Seat[] = Array.from({ length: ROWS * SEATS }, (_, place) => ({
  place,
  row: String(Math.floor(place / SEATS) + 1),
  number: (place % SEATS) + 1,
  x: (place % SEATS) * 10,
  y: 100 + Math.floor(place / SEATS) * 12,
  accessible: false,
  companion: false,
}))
const seating = seatingOf(plan, seats)

describe("a hall that is painted", () => {
  test("knows its seats by place and by where they stand", () => {
    expect(seating.seatOf(47)).toMatchObject({ row: "2", number: 18 })
    expect(seatingOf(plan, seats.toSpliced(47, 1)).seatOf(47)).toBeUndefined()
    expect(seating.seatAt({ x: 171, y: 113 }, 7)?.place).toBe(47)
    expect(seating.seatAt({ x: 550, y: 200 }, 7)).toBeUndefined()
  })

  test("paints the rows that are in sight, and no others", () => {
    const inSight = { x: 60, y: 123, width: 40, height: 30 }
    expect(seating.rowsIn(inSight).map(({ row }) => row)).toEqual(["3", "4", "5"])
    expect(seating.rowsIn({ x: 450, y: 100, width: 99, height: 99 })).toEqual([])
  })

  test("has every seat in exactly one of its rows", () => {
    const rows = seating.rowsIn(seating.box)
    const painted = rows.flatMap((row) => row.seats.map(({ place }) => place))
    expect(painted.toSorted((a, b) => a - b)).toEqual(seats.map(({ place }) => place))
  })

  test("without seats yet has its areas", () => {
    const early = seatingOf(plan, [])
    expect(early.seatAt({ x: 0, y: 0 }, 100)).toBeUndefined()
    expect(early.rowsIn(early.box)).toEqual([])
    expect(early.box.width).toBeGreaterThan(700)
  })
})

describe("an index", () => {
  test("finds what looking at everything finds", () => {
    const index = indexPoints(seats)
    const box = { x: 33, y: 130, width: 71, height: 44 }
    const looked = seats.filter(
      ({ x, y }) => x >= box.x && x <= box.x + 71 && y >= box.y && y <= box.y + 44,
    )
    const found = index.within(box).toSorted((a, b) => a.place - b.place)
    expect(found).toEqual(looked)
    expect(index.isFree(box)).toBe(false)
    expect(index.isFree({ x: 3, y: 103, width: 4, height: 4 })).toBe(true)
  })

  test("of nothing finds nothing", () => {
    expect(indexPoints([]).nearest({ x: 0, y: 0 }, Infinity)).toBeUndefined()
    expect(indexBoxes([], () => seating.box)(seating.box)).toEqual([])
  })
})

describe("a press", () => {
  const seat = { x: 172, y: 110 }
  const near = { point: seat, k: 3, byTouch: true }

  test("means the seat under it where seats are as large as a finger", () => {
    expect(targetAt(near, seating)).toMatchObject({ seat: { place: 47 } })
  })

  test("of a finger on small seats asks to see more, where a mouse means the seat", () => {
    expect(targetAt({ ...near, k: 1.5 }, seating)).toMatchObject({ near: { place: 47 } })
    expect(targetAt({ ...near, k: 1.5, byTouch: false }, seating)).toMatchObject({
      seat: { place: 47 },
    })
  })

  test("means the section from afar", () => {
    expect(targetAt({ ...near, k: 0.1 }, seating)).toEqual({ area: left })
  })

  test("means a standing area at every scale", () => {
    for (const k of [0.1, 1, 4]) {
      expect(targetAt({ ...near, point: { x: 550, y: 200 }, k }, seating)).toEqual({ area: floor })
    }
  })

  test("beside everything means nothing", () => {
    expect(targetAt({ ...near, point: { x: 350, y: 200 } }, seating)).toBeUndefined()
    expect(targetAt({ ...near, point: { x: 350, y: 380 }, k: 0.1 }, seating)).toBeUndefined()
  })
})
