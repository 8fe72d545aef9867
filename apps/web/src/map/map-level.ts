import { SEAT_PITCH } from "./seat-rows.ts"

type Level = "overview" | "dots" | "seats"

/** How far apart neighbouring seats are seen, in pixels, where one way of drawing glides into the next. */
const SEATS = { from: 3.2, to: 4.4 }
const SHAPES = { from: 3.6, to: 6 }
const CAPTIONS = { from: 6.4, to: 7.2 }
/** From here on seats have their marks; an area that is gone to is shown so large at least. */
export const MARKS_PX = 10.5
const NUMBERS = { from: 19, to: 22 }

/** The parts drawn at a scale; each from 0, not at all, to 1. */
export type Showing = {
  level: Level
  /** An area's shape tells how much of it is left. */
  shapes: number
  /** Names in the middle of areas; from there on they stand beside them. */
  captions: number
  seats: number
  /** Seats have their marks, rather than dots. */
  marks: boolean
  numbers: number
}

export function showingAt(k: number): Showing {
  const px = k * SEAT_PITCH
  const marks = px >= MARKS_PX
  const seats = part(px, SEATS)
  return {
    level: levelOf(seats, marks),
    shapes: 1 - part(px, SHAPES),
    captions: 1 - part(px, CAPTIONS),
    seats,
    marks,
    numbers: part(px, NUMBERS),
  }
}

function levelOf(seats: number, marks: boolean): Level {
  if (seats === 0) return "overview"
  return marks ? "seats" : "dots"
}

function part(px: number, { from, to }: { from: number; to: number }): number {
  return Math.min(1, Math.max(0, (px - from) / (to - from)))
}
