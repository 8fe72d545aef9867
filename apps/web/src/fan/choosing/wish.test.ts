import { describe, expect, test } from "bun:test"
import { anyPriceOf } from "./grades.ts"
import { hallOf } from "./testing.ts"
import {
  ANY_PRICE,
  bestPlacesOf,
  boundedWish,
  parsePriceKey,
  parseWish,
  priceKeyOf,
  type PriceWish,
  wishText,
} from "./wish.ts"

const only: PriceWish = { kind: "only", price: 132_000 }
const upTo: PriceWish = { kind: "upTo", price: 99_000 }
const bounds = { max: 4, prices: [132_000, 99_000], anyPrice: ANY_PRICE }

describe("a wish for good places", () => {
  test("survives being kept, whichever prices it is about", () => {
    for (const price of [ANY_PRICE, only, upTo]) {
      const wish = { quantity: 3, price, wheelchairs: 1 }
      expect(parseWish(wishText(wish))).toEqual(wish)
      expect(parsePriceKey(priceKeyOf(price))).toEqual(price)
    }
  })

  test("is as at first where what was kept makes no sense, with the number that was wanted elsewhere", () => {
    for (const text of [null, "", "{", "[]", "7", '{"quantity":"2","price":"only x"}']) {
      expect(parseWish(text, { quantity: 3 })).toEqual({
        quantity: 3,
        price: ANY_PRICE,
        wheelchairs: 0,
      })
    }
    expect(parsePriceKey("only ")).toEqual(ANY_PRICE)
  })

  test("asks for no more than may be had, and for no price that is not there", () => {
    expect(boundedWish({ quantity: 8, price: only, wheelchairs: 8 }, bounds)).toEqual({
      quantity: 4,
      price: only,
      wheelchairs: 4,
    })
    const elsewhere = { quantity: 2, price: { kind: "upTo", price: 5 }, wheelchairs: 0 } as const
    expect(boundedWish(elsewhere, { ...bounds, anyPrice: upTo }).price).toEqual(upTo)
    expect(
      boundedWish({ quantity: 2, price: only, wheelchairs: 0 }, { ...bounds, max: 0 }),
    ).toEqual({ quantity: 1, price: only, wheelchairs: 0 })
  })

  test("is sent with what was asked for and nothing else", () => {
    const asked = (price: PriceWish, wheelchairs = 0) =>
      bestPlacesOf("id", { quantity: 2, price, wheelchairs })
    expect(asked(ANY_PRICE)).toEqual({ performanceId: "id", quantity: 2 })
    expect(asked(only)).toEqual({ performanceId: "id", quantity: 2, price: 132_000 })
    expect(asked(upTo, 1)).toEqual({
      performanceId: "id",
      quantity: 2,
      priceMax: 99_000,
      wheelchairs: 1,
    })
  })

  test("for any seat does not lead to standing, where its price tells the two apart", () => {
    const anyPrice = (standing: number) =>
      anyPriceOf(
        hallOf({
          floor: { kind: "standing", capacity: 9, price: standing },
          near: { rows: ["aa"], price: 150 },
          far: { rows: ["aa"], price: 90 },
        }).plan,
      )
    expect(anyPrice(160)).toEqual({ kind: "upTo", price: 150 })
    expect(anyPrice(150)).toEqual(ANY_PRICE)
    expect(anyPriceOf(hallOf({ near: { rows: ["aa"] } }).plan)).toEqual(ANY_PRICE)
  })
})
