import type { Bench } from "./bench.ts"
import { allAtOnce, BY_LOCK, BY_STOCK, CLAIM, CONFIRM, EMPTY, visitsFor } from "./calls.ts"
import { openSeats } from "./halls.ts"
import { whenQuiet } from "./turns.ts"

/** After so many the compiler, whose threads count as well, takes a tenth of what a booking costs; at first it is half. */
const VISITS = 8_000

/** Until the compiler has seen enough of every process, none is as fast as it will be: a sale that nobody counts. */
export async function warmUp(bench: Bench) {
  const { client, ways, people } = bench
  const seats = await openSeats(bench, VISITS + 1).take(VISITS)
  const visits = visitsFor(await people.take(VISITS), seats)
  const load = (steps: Parameters<typeof allAtOnce>[1]) => allAtOnce(bench, steps, visits)
  await client.run(load([EMPTY]))
  await client.run(load([CLAIM, CONFIRM]))
  await client.run({ ...load([BY_LOCK]), port: ways.port })
  await client.run({ ...load([BY_STOCK]), port: ways.port })
  await whenQuiet(bench)
}
