/** A change that began before the opening may be written a moment after it, and clocks differ. */
const SETTLED_AFTER_MS = 60_000

/** Whether a sale has been open for a while: areas, prices and capacities stay as they are. */
export const areFixed = ({ saleOpensAt }: { saleOpensAt: Date }): boolean =>
  saleOpensAt.getTime() + SETTLED_AFTER_MS <= Date.now()
