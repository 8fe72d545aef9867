/** Which prices are looked at: all of them, one grade, or whatever costs this much at most. */
export type PriceWish = { kind: "any" } | { kind: "only" | "upTo"; price: number }

/** The meaning of good places for a person: how many, for how much, and how many of them for wheelchairs. */
export type Wish = { quantity: number; price: PriceWish; wheelchairs: number }

export const ANY_PRICE: PriceWish = { kind: "any" }

/** Most come in twos. */
const QUANTITY_AT_FIRST = 2

type Bounds = { max: number; prices: readonly number[]; anyPrice: PriceWish }

/** The wish as far as it can be had here: another performance has other prices and another limit. */
export function boundedWish(wish: Wish, { max, prices, anyPrice }: Bounds): Wish {
  const quantity = Math.max(1, Math.min(wish.quantity, max))
  const { price } = wish
  return {
    quantity,
    price: price.kind === "any" || prices.includes(price.price) ? price : anyPrice,
    wheelchairs: Math.min(wish.wheelchairs, quantity),
  }
}

/** The one price that is looked at; undefined where it is more than one. */
export const onlyPriceOf = ({ price }: Wish) => (price.kind === "only" ? price.price : undefined)

/** As it is claimed. */
export function bestPlacesOf(performanceId: string, wish: Wish) {
  const { quantity, price, wheelchairs } = wish
  return {
    performanceId,
    quantity,
    ...(price.kind === "only" ? { price: price.price } : {}),
    ...(price.kind === "upTo" ? { priceMax: price.price } : {}),
    ...(wheelchairs > 0 ? { wheelchairs } : {}),
  }
}

/** As the options of a list are written: "any", "only 132000", "upTo 132000". */
export const priceKeyOf = (wish: PriceWish) =>
  wish.kind === "any" ? "any" : `${wish.kind} ${wish.price}`

export function parsePriceKey(key: string): PriceWish {
  const [kind, amount = ""] = key.split(" ")
  const price = Number(amount)
  const isPriced = (kind === "only" || kind === "upTo") && amount !== "" && Number.isInteger(price)
  return isPriced ? { kind, price } : ANY_PRICE
}

export function wishText({ quantity, price, wheelchairs }: Wish): string {
  return JSON.stringify({ quantity, price: priceKeyOf(price), wheelchairs })
}

/** A kept value may come from an older release: anything unexpected is as at first. */
export function parseWish(
  text: string | null,
  { quantity = QUANTITY_AT_FIRST, price = ANY_PRICE }: Partial<Wish> = {},
): Wish {
  const atFirst = { quantity, price, wheelchairs: 0 }
  if (text === null) return atFirst
  try {
    const kept = JSON.parse(text) as Partial<Record<keyof Wish, unknown>>
    return {
      quantity: countOr(quantity, kept.quantity, 1),
      price: parsePriceKey(String(kept.price)),
      wheelchairs: countOr(0, kept.wheelchairs, 0),
    }
  } catch {
    return atFirst
  }
}

function countOr(otherwise: number, kept: unknown, min: number): number {
  return typeof kept === "number" && Number.isInteger(kept) && kept >= min ? kept : otherwise
}
