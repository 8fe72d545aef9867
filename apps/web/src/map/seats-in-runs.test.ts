import { describe, expect, test } from "bun:test"
import { seatsOf } from "./seats-in-runs.ts"

describe("seats that travel in runs", () => {
  const seats = seatsOf({
    runs: [
      {
        row: "A",
        place: 7,
        number: 5,
        step: -2,
        x: [-105, 100, 100],
        y: [33, 0, -1],
        accessible: [1],
      },
      { row: "B", place: 20, number: 1, step: 1, x: [0], y: [0], companion: [0] },
    ],
  })

  test("stand where their steps lead, in plan units", () => {
    expect(seats.map(({ x, y }) => [x, y])).toEqual([
      [-10.5, 3.3],
      [-0.5, 3.3],
      [9.5, 3.2],
      [0, 0],
    ])
  })

  test("have the places and the numbers that follow", () => {
    expect(seats.map(({ place, row, number }) => [place, row, number])).toEqual([
      [7, "A", 5],
      [8, "A", 3],
      [9, "A", 1],
      [20, "B", 1],
    ])
  })

  test("say which are for wheelchairs, and which for who comes along", () => {
    expect(seats.filter(({ accessible }) => accessible).map(({ place }) => place)).toEqual([8])
    expect(seats.filter(({ companion }) => companion).map(({ place }) => place)).toEqual([20])
  })
})
