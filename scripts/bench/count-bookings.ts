import { countConfirmed } from "./sold.queries.ts"
import { Problem } from "../run/problem.ts"
import type { Bench } from "./bench.ts"

type Sold = { podo: number; lock: number; stock: number }

/** The acknowledged bookings are those that MySQL has, one by one: or else nothing was measured. */
export async function countBookings(bench: Bench, performanceIds: string[], sold: Sold) {
  const { lock, stock } = await bench.ways.tables.count(performanceIds)
  const podo = await countConfirmed(bench.stores.db, performanceIds)
  const written = JSON.stringify({ podo, lock, stock })
  if (written === JSON.stringify(sold)) return
  throw new Problem(`Acknowledged were ${JSON.stringify(sold)}, and written ${written}.`)
}
