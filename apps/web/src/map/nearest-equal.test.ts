import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import type { PlanArea, Seat } from "@podo/contract/seating"
import { nearestEqual } from "./nearest-equal.ts"

const area = (name: string, firstPlace: number, price: number): PlanArea => ({
  area: Area.parse(name),
  name,
  englishName: null,
  kind: "seated",
  price,
  firstPlace,
  capacity: 10,
  outline: [],
})

const areas = [area("front", 0, 90_000), area("rear", 10, 50_000), area("side", 20, 90_000)]
const row = (name: string, firstPlace: number, y: number): Seat[] =>
  Array.from({ length: 10 }, (_, index) => ({
    place: firstPlace + index,
    row: name,
    number: index + 1,
    x: index * 10,
    y,
    accessible: name === "A" && index === 0,
    companion: name === "A" && index === 1,
  }))
const seats = [...row("A", 0, 0), ...row("B", 10, 12), ...row("C", 20, 24)]
const none: ReadonlySet<number> = new Set()

const open = (...taken: number[]) =>
  seats.map(({ place }) => (taken.includes(place) ? "h" : ".")).join("")

const insteadOf = (place: number, places: string, selected = none) =>
  nearestEqual(place, { areas, seats, places, selected })

describe("the nearest equal place", () => {
  test("is a neighbour that is open", () => {
    expect(insteadOf(5, open(5, 4))).toBe(6)
  })

  test("costs the same, though a cheaper one is nearer", () => {
    expect(insteadOf(5, open(2, 3, 4, 5, 6, 7, 8, 9))).toBe(25)
  })

  test("is beside what else is chosen, though others are nearer", () => {
    const selected = new Set([8])
    expect(insteadOf(5, open(5), selected)).toBe(7)
    expect(insteadOf(5, open(5))).not.toBe(7)
  })

  test("is never chosen already", () => {
    expect(insteadOf(5, open(5), new Set([4, 6]))).not.toBe(4)
  })

  test("is for a wheelchair, or for who comes along, exactly if the lost one was", () => {
    expect(insteadOf(0, open(0))).toBeUndefined()
    expect(insteadOf(1, open(1))).toBeUndefined()
    expect(insteadOf(2, open(2, 3))).toBe(4)
  })

  test("is not there where nothing equal is open", () => {
    expect(insteadOf(5, seats.map(() => "b").join(""))).toBeUndefined()
  })
})
