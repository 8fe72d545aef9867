import type { PerformanceId } from "@podo/contract/ids"
import type { Transaction } from "@podo/db/connect"
import type { PricedArea } from "./areas-on-sale.ts"
import { listWithheld } from "@podo/catalog/performances.queries"
import { setWithheld } from "./desk-performances.queries.ts"

type Range = Pick<PricedArea, "area" | "firstPlace" | "capacity">

/**
 * When areas are given other places, the first place that the house keeps of an area is still its first, and so
 * on. Those beyond the area's new end are gone.
 */
export async function moveWithheld(
  trx: Transaction,
  performanceId: PerformanceId,
  { from, to }: { from: Range[]; to: Range[] },
) {
  const withheld = await listWithheld(trx, performanceId)
  const moved = withheld.flatMap((place) => {
    const old = from.find(
      ({ firstPlace, capacity }) => place >= firstPlace && place < firstPlace + capacity,
    )
    const area = to.find((one) => one.area === old?.area)
    if (!old || !area) return []
    const index = place - old.firstPlace
    return index < area.capacity ? [area.firstPlace + index] : []
  })
  await setWithheld(trx, performanceId, moved)
}
