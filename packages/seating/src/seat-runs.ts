import type { SeatRun } from "@podo/contract/seating"
import type { listSeats } from "./plans.queries.ts"

type SeatRow = Omit<Awaited<ReturnType<typeof listSeats>>[number], "hallId">

/** Seats in the order of places, cut where row, area or the step of numbers changes. */
export function runsOf(seats: SeatRow[]): SeatRun[] {
  const runs: SeatRow[][] = []
  for (const seat of seats) {
    const run = runs.at(-1)
    if (run && goesOn(run, seat)) run.push(seat)
    else runs.push([seat])
  }
  return runs.flatMap(runOf)
}

/** Whether a seat is the next one of a run. The second seat of a run says by how much its numbers step. */
function goesOn(run: SeatRow[], seat: SeatRow): boolean {
  const [before, last] = [run.at(-2), run.at(-1)]
  return (
    last !== undefined &&
    seat.area === last.area &&
    seat.rowName === last.rowName &&
    seat.place === last.place + 1 &&
    (!before || seat.seatNumber - last.seatNumber === last.seatNumber - before.seatNumber)
  )
}

function runOf(seats: SeatRow[]): SeatRun[] {
  const [first, second] = seats
  if (!first) return []
  const accessible = indexesOf(seats, ({ wheelchair }) => wheelchair)
  const companion = indexesOf(seats, (seat) => seat.companion)
  return [
    {
      row: first.rowName,
      place: first.place,
      number: first.seatNumber,
      step: second ? second.seatNumber - first.seatNumber : 1,
      x: stepsOf(seats.map(({ x }) => x)),
      y: stepsOf(seats.map(({ y }) => y)),
      ...(accessible.length > 0 && { accessible }),
      ...(companion.length > 0 && { companion }),
    },
  ]
}

const stepsOf = (positions: number[]) =>
  positions.map((position, at) => position - (positions[at - 1] ?? 0))

const indexesOf = (seats: SeatRow[], is: (seat: SeatRow) => boolean) =>
  seats.flatMap((seat, at) => (is(seat) ? [at] : []))
