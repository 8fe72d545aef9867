import { useState } from "react"
import { boundedWish, parseWish, type PriceWish, type Wish, wishText } from "./wish.ts"

/** A party of four is four at the next performance too. */
const QUANTITY_KEY = "podo.quantity"
const keyOf = (performanceId: string) => `podo.wish.${performanceId}`

type WishOf = {
  performanceId: string
  max: number
  prices: readonly number[]
  /** The meaning of "all prices", as long as nothing else is asked for. */
  anyPrice: PriceWish
}

export type Wishing = ReturnType<typeof useWish>

/** The kind of places looked for at one performance, kept for the tab: signing in and reloading do not lose it. */
export function useWish({ performanceId, ...bounds }: WishOf) {
  const [kept, setKept] = useState(() => keptWish(performanceId, bounds.anyPrice))
  const wish = boundedWish(kept, bounds)
  return {
    wish,
    max: bounds.max,
    anyPrice: bounds.anyPrice,
    change: (changed: Partial<Wish>) => {
      const next = boundedWish({ ...wish, ...changed }, bounds)
      setKept(next)
      sessionStorage.setItem(keyOf(performanceId), wishText(next))
      if (changed.quantity !== undefined) {
        localStorage.setItem(QUANTITY_KEY, String(next.quantity))
      }
    },
  }
}

function keptWish(performanceId: string, price: PriceWish): Wish {
  const quantity = Number(localStorage.getItem(QUANTITY_KEY))
  return parseWish(sessionStorage.getItem(keyOf(performanceId)), {
    ...(Number.isInteger(quantity) && quantity > 0 ? { quantity } : {}),
    price,
  })
}
