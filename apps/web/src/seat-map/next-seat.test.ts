import { describe, expect, test } from "bun:test"
import { nextSeat, type Direction } from "./next-seat.ts"

const SEATS_PER_ROW = 14
const directions: Direction[] = ["left", "right", "up", "down"]

type Spot = { place: number; x: number; y: number }

/** Rows bent around a stage, with an aisle, the outer rows longer. */
function curvedHall(rows: number): Spot[][] {
  let place = 0
  return Array.from({ length: rows }, (_, row) => {
    const radius = 120 + row * 12
    const seats = SEATS_PER_ROW + row
    return Array.from({ length: seats }, (_none, index) => {
      const along = (index - (seats - 1) / 2) * 10 + (index < seats / 2 ? -8 : 8)
      const angle = along / radius
      return { place: place++, x: radius * Math.sin(angle), y: radius * Math.cos(angle) }
    })
  })
}

describe("an arrow key", () => {
  const hall = curvedHall(10)
  const seats = hall.flat()
  const rowOf = (seat: Spot) => hall.findIndex((row) => row.includes(seat))
  const step = (from: Spot, direction: Direction) =>
    nextSeat(seats, from, direction, (seat) => rowOf(seat) === rowOf(from))

  test("walks along a curved row, across the aisle, to its end", () => {
    for (const row of hall) {
      for (const [index, seat] of row.entries()) {
        const right = row[index + 1]
        if (!right) continue
        expect(step(seat, "right")).toBe(right)
        expect(step(right, "left")).toBe(seat)
      }
    }
  })

  test("goes to the row behind, also where the row is steep", () => {
    for (const seat of hall.slice(0, -1).flat()) {
      const down = step(seat, "down")
      if (!down) throw new Error("there is a row behind")
      expect(rowOf(down)).toBe(rowOf(seat) + 1)
    }
  })

  test("stays at the edge of the hall", () => {
    const last = hall.at(-1)?.at(-1)
    if (!last) throw new Error("the hall has seats")
    expect(step(last, "right")).toBeUndefined()
  })

  test("leads from any seat to every other", () => {
    for (const from of [seats[0], seats.at(-1), hall[4]?.[7]]) {
      if (!from) throw new Error("the hall has seats")
      const reached = new Set([from])
      for (const seat of reached) {
        for (const direction of directions) {
          const next = step(seat, direction)
          if (next) reached.add(next)
        }
      }
      expect(reached.size).toBe(seats.length)
    }
  })
})
