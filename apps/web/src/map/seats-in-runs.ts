import type { SeatRun, SeatRuns, Seat } from "@podo/contract/seating"

/** Steps are counted in these parts of a plan unit, so that sums stay exact. */
const PER_UNIT = 10

/** Every seat that the runs tell of, in the order of places. */
export function seatsOf({ runs }: SeatRuns): Seat[] {
  return runs.flatMap(seatsOfRun)
}

function seatsOfRun(run: SeatRun): Seat[] {
  const accessible = new Set(run.accessible)
  const companion = new Set(run.companion)
  let x = 0
  let y = 0
  return run.x.map((across, n) => {
    x += across
    y += run.y[n] ?? 0
    return {
      place: run.place + n,
      row: run.row,
      number: run.number + n * run.step,
      x: x / PER_UNIT,
      y: y / PER_UNIT,
      accessible: accessible.has(n),
      companion: companion.has(n),
    }
  })
}
