import { describe, expect, test } from "bun:test"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "./claim-places.ts"
import { extendHold } from "./extend-hold.ts"
import { findHold } from "./find-hold.ts"
import { ageHold, forgiveLetGo, lapseHold, letReturn } from "./testing/testing.ts"

const stores = await openTestStores()
const [HOLD_MS, AGED_MS] = [300_000, 200_000]

/** Somebody has held places 3 and 4 of ten for a while. */
async function mintOld({ isExtended = false } = {}) {
  const { performanceId, area } = await mintPerformance(stores, { holdSeconds: HOLD_MS / 1000 })
  const user = mintUserId()
  const { holdId } = await claimPlaces(stores, user, { performanceId, places: [3, 4] })
  if (isExtended) await extendHold(stores, user, { performanceId, holdId })
  await ageHold(stores, performanceId, { holdId, ms: AGED_MS })
  const old = await findHold(stores, user, { performanceId })
  if (!old) throw new Error("It is held.")
  const claim = (places: number[]) => claimPlaces(stores, user, { performanceId, places })
  /** All that is open besides, so that whoever asks for the best of all has to choose among their own. */
  const fillUp = () =>
    race(2, (runner) =>
      claimPlaces(stores, mintUserId(), {
        performanceId,
        places: runner === 0 ? [0, 1, 2, 5] : [6, 7, 8, 9],
      }),
    )
  const best = (quantity: number) => claimPlaces(stores, user, { performanceId, area, quantity })
  return { performanceId, user, old, claim, best, fillUp }
}

describe("claiming again a place of one's own hold", () => {
  test.each([
    ["the same places", [3, 4]],
    ["some of them", [4]],
    ["one of them and others", [4, 5, 6]],
  ])("has it for no longer than before: %s", async (_, places) => {
    const { claim, old, user, performanceId } = await mintOld()
    const again = await claim(places)
    expect(again.places).toEqual(places)
    expect(again.expiresAt).toBe(old.expiresAt)
    expect(again.remainingMs).toBeLessThanOrEqual(HOLD_MS - AGED_MS)
    expect(again.extendable).toBe(true)
    expect(await findHold(stores, user, { performanceId })).toMatchObject({
      holdId: again.holdId,
      expiresAt: old.expiresAt,
      extendable: true,
    })
  })

  test("has it for no longer where the best are asked for, and those are among their own", async () => {
    const { best, old, fillUp } = await mintOld()
    await fillUp()
    const again = await best(2)
    expect(again.places).toEqual([3, 4])
    expect(again.expiresAt).toBe(old.expiresAt)
    const one = await best(1)
    expect(one.expiresAt).toBe(old.expiresAt)
  })

  test("cannot extend it once more, in either way of claiming, however often", async () => {
    const { claim, best, user, fillUp } = await mintOld({ isExtended: true })
    await fillUp()
    for (const ask of [() => claim([3, 4]), () => best(2), () => claim([4]), () => claim([4, 3])]) {
      const again = await ask()
      expect(again.extendable).toBe(false)
      const more = await refusalOf(extendHold(stores, user, again))
      expect(more).toEqual({ code: "ALREADY_EXTENDED" })
    }
  })
})

describe("claiming other places than those of one's own hold", () => {
  test("has them for the whole time, and may extend it", async () => {
    for (const isExtended of [false, true]) {
      const { claim, user } = await mintOld({ isExtended })
      const other = await claim([5, 6])
      expect(other.remainingMs).toBe(HOLD_MS)
      expect((await extendHold(stores, user, other)).extendable).toBe(false)
    }
  })

  test("and so has whoever claims a place again that has lapsed, and opened", async () => {
    const { claim, old, performanceId } = await mintOld({ isExtended: true })
    await lapseHold(stores, performanceId, old.holdId)
    await forgiveLetGo(stores, performanceId)
    expect((await refusalOf(claim([3, 4]))).code).toBe("PLACES_TAKEN")
    await letReturn(stores, performanceId)
    const fresh = await claim([3, 4])
    expect(fresh.remainingMs).toBe(HOLD_MS)
    expect(fresh.extendable).toBe(true)
  })
})
