import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { rowLabelStep } from "./row-labels.ts"
import { seatingOf } from "./seating.ts"
import { blocksOf, seatAt, tiersOf } from "./seat-rows.ts"

type AreaOfTest = { name: string; price: number; firstPlace: number; capacity: number }

function area({ name, price, firstPlace, capacity }: AreaOfTest): PlanArea {
  return {
    area: Area.parse(name),
    name,
    englishName: null,
    kind: "seated",
    price,
    firstPlace,
    capacity,
    outline: [],
  }
}

/** Rows A, B, … of ten seats, from a corner on. */
function block(firstPlace: number, rows: number, at: { x: number; y: number }): Seat[] {
  return Array.from({ length: rows * 10 }, (_, index) => ({
    place: firstPlace + index,
    row: String.fromCharCode(65 + Math.floor(index / 10)),
    number: (index % 10) + 1,
    x: at.x + (index % 10) * 10,
    y: at.y + Math.floor(index / 10) * 12,
    accessible: false,
    companion: false,
  }))
}

const planOf = (areas: PlanArea[], seats: Seat[]): Plan => ({
  width: 400,
  height: 400,
  stage: [
    [0, 0],
    [100, 0],
    [100, 20],
    [0, 20],
  ],
  currency: "KRW",
  areas,
  seats,
})

const vip = area({ name: "vip", price: 150_000, firstPlace: 0, capacity: 20 })
const left = area({ name: "left", price: 80_000, firstPlace: 20, capacity: 20 })
const right = area({ name: "right", price: 80_000, firstPlace: 40, capacity: 20 })

describe("a hall's rows", () => {
  const seats = [
    ...block(0, 2, { x: 0, y: 40 }),
    ...block(20, 2, { x: -60, y: 90 }),
    ...block(40, 2, { x: 60, y: 90 }),
  ]
  const plan = planOf([vip, left, right], seats)

  test("belong to their area, in the order of places, whatever the order of the plan", () => {
    const blocks = blocksOf({ ...plan, seats: seats.toReversed() })
    expect(blocks.map(({ area: { name }, rows }) => [name, rows.length])).toEqual([
      ["vip", 2],
      ["left", 2],
      ["right", 2],
    ])
    expect(blocks[1]?.rows[1]?.seats.map(({ place }) => place)).toEqual(
      Array.from({ length: 10 }, (_, index) => 30 + index),
    )
  })

  test("areas of one price share a tier, the dearest is the first", () => {
    expect([...tiersOf(plan.areas)]).toEqual([
      ["vip", 0],
      ["left", 1],
      ["right", 1],
    ])
  })

  test("are lettered at both ends, and once in a narrow aisle", () => {
    const { box, labelsIn } = seatingOf(plan, seats)
    const labels = labelsIn(box)
    expect(labels.filter(({ text, y }) => text === "A" && y < 90)).toHaveLength(2)
    expect(labels.filter(({ text, y }) => text === "A" && y >= 90)).toHaveLength(3)
  })

  test("are lettered more sparsely the smaller they are seen", () => {
    expect(rowLabelStep(3, 12)).toBe(1)
    expect(rowLabelStep(0.6, 12)).toBe(2)
  })

  test("no area's name covers a seat, or the letter of a row, however its rows lie", () => {
    const onTheirSide = seats.map((seat) => ({ ...seat, x: seat.y, y: seat.x }))
    for (const placed of [seats, onTheirSide]) {
      const { names, box, labelsIn } = seatingOf(plan, placed)
      expect(names.size).toBe(3)
      for (const middle of names.values()) {
        expect(seatAt(placed, middle, 9)).toBeUndefined()
        expect(seatAt(labelsIn(box), middle, 9)).toBeUndefined()
      }
    }
  })

  test("no area's name covers the stage, however long it is", () => {
    const name = "a name that is as long as names of areas ever become"
    const inFront = { ...vip, name }
    const front = block(0, 2, { x: 5, y: 32 })
    const other = block(20, 2, { x: 5, y: 200 })
    const { names } = seatingOf(planOf([inFront, left], [...front, ...other]), [...front, ...other])
    // Its stage reaches to y = 20, and as far to the right as the seats.
    expect(names.get(inFront.area)?.y).toBeGreaterThan(25)
  })

  test("every area's name stands nearest to a seat of its own, in sections that are turned every way", () => {
    const areas = Array.from({ length: 12 }, (_, firstPlace) =>
      area({
        name: `section-${firstPlace}`,
        price: 80_000,
        firstPlace: 30 * firstPlace,
        capacity: 30,
      }),
    )
    const ring = areas.flatMap(({ firstPlace }) => {
      const turn = (2 * Math.PI * firstPlace) / 360
      return block(firstPlace, 3, { x: -45, y: 220 }).map(({ x, y, ...seat }) => ({
        ...seat,
        x: x * Math.cos(turn) - y * Math.sin(turn),
        y: x * Math.sin(turn) + y * Math.cos(turn),
      }))
    })
    const { names } = seatingOf(planOf(areas, ring), ring)
    expect(names.size).toBe(areas.length)
    for (const { area: id, firstPlace } of areas) {
      const middle = names.get(id)
      const place = middle && seatAt(ring, middle, Infinity)?.place
      expect(Math.floor((place ?? -1) / 30)).toBe(firstPlace / 30)
    }
  })
})

describe("a seat", () => {
  const seats = block(0, 1, { x: 0, y: 0 })

  test("is found by a press near it, the nearest one", () => {
    expect(seatAt(seats, { x: 14, y: 2 }, 7)?.place).toBe(1)
    expect(seatAt(seats, { x: 200, y: 0 }, 7)).toBeUndefined()
  })
})
