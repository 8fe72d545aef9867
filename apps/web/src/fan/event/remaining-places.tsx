import type { SaleState } from "@podo/contract/catalog"
import { useLanguage } from "../../app/language/language.ts"

export const FEW = 20

type Counted = { remaining: number; saleState: SaleState }

/** How much is left, louder when it is little. Says nothing where nothing is on sale. */
export function RemainingPlaces({ of: { remaining, saleState } }: { of: Counted }) {
  const { words, formats } = useLanguage()
  if (saleState !== "open" && saleState !== "scheduled") return null
  const places = formats.number(remaining)
  if (remaining <= FEW) {
    return <p className="text-xs font-semibold text-ember">{words.sale.few(places)}</p>
  }
  return <p className="text-xs text-muted">{words.sale.remaining(places)}</p>
}
