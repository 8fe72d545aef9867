import { createHash } from "node:crypto"
import type { PerformanceId } from "@podo/contract/ids"
import { DRAW_HEX_DIGITS, DRAWS_PER_PAGE } from "@podo/contract/limits"
import type { Transaction } from "@podo/db/connect"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { findDraw, insertDrawPage, listUnsealed, lockUnsealed, setSealed } from "./draw.queries.ts"
import { hasOpened } from "./has-opened.ts"
import { readDraws, textOfDraws } from "./read-draws.ts"

/** A million draws take some 150 MB while they are sealed, and each sealing a connection to MySQL. */
const AT_ONCE_MAX = 4

/** Where there is something to seal now. */
export const listToSeal = ({ db }: Stores): Promise<PerformanceId[]> =>
  listUnsealed(db, AT_ONCE_MAX)

/**
 * Writes down for ever who was in the lobby when the sale opened, by their draws. Nothing is done before the opening,
 * by MySQL's clock and by Redis', nor a second time. Whether it did so now.
 */
export async function sealDraw(stores: Stores, performanceId: PerformanceId): Promise<boolean> {
  const draw = await findDraw(stores.db, performanceId)
  if (!draw?.isOn || !draw.hasOpened) return false
  if (!(await hasOpened(stores, performanceId))) return false
  return inTransaction(stores.db, async (trx) => {
    if (!(await lockUnsealed(trx, performanceId))) return false
    await writeDraws(trx, performanceId, await readDraws(stores.redis, performanceId))
    return true
  })
}

async function writeDraws(trx: Transaction, performanceId: PerformanceId, draws: Float64Array) {
  const digest = createHash("sha256")
  for (let page = 0; page * DRAWS_PER_PAGE < draws.length; page++) {
    const some = draws.subarray(page * DRAWS_PER_PAGE, (page + 1) * DRAWS_PER_PAGE)
    const text = textOfDraws(some)
    digest.update(text)
    const firstDraw = text.slice(0, DRAW_HEX_DIGITS)
    await insertDrawPage(trx, { performanceId, page, firstDraw, draws: text })
  }
  const sealed = { entrants: draws.length, digest: digest.digest("hex") }
  await setSealed(trx, performanceId, sealed)
}
