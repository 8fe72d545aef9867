import type { EditPerformance } from "@podo/contract/desk-performance"
import type { PerformanceId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import type { PricedArea } from "./areas-on-sale.ts"
import { listWithheld } from "@podo/catalog/performances.queries"
import type { FieldProblem } from "../not-valid.ts"
import { setWithheld } from "./desk-performances.queries.ts"

type Range = Pick<PricedArea, "area" | "firstPlace" | "capacity">
type Move = { from: Range[]; to: Range[] }

/** Where the place is in its area, counted from 0, and that area as it was and as it will be. */
function locate(place: number, { from, to }: Move) {
  const old = from.find(
    ({ firstPlace, capacity }) => place >= firstPlace && place < firstPlace + capacity,
  )
  const area = to.find((one) => one.area === old?.area)
  return old && area ? { index: place - old.firstPlace, area } : undefined
}

/**
 * The areas that would lose places which the house keeps: somebody relies on them, and a smaller number frees
 * places that are open, never those.
 */
export async function findUnhoused(
  trx: Transaction,
  performanceId: PerformanceId,
  { input, ...move }: Move & { input: EditPerformance },
): Promise<FieldProblem[]> {
  const withheld = await listWithheld(trx, performanceId)
  const tooSmall = new Set(
    withheld.flatMap((place) => {
      const { index = 0, area } = locate(place, move) ?? {}
      return area && index >= area.capacity ? [area.area] : []
    }),
  )
  return input.areas.flatMap(({ area }, at): FieldProblem[] =>
    tooSmall.has(area) ? [{ path: `areas.${at}.capacity`, problem: "below-withheld" }] : [],
  )
}

/** When areas are given other places, the first place that the house keeps of an area is still its first, and so on. */
export async function moveWithheld(trx: Transaction, performanceId: PerformanceId, move: Move) {
  const withheld = await listWithheld(trx, performanceId)
  const moved = withheld.flatMap((place) => {
    const { index = 0, area } = locate(place, move) ?? {}
    return area ? [area.firstPlace + index] : []
  })
  await setWithheld(trx, performanceId, moved)
}
