import { describe, expect, test } from "bun:test"
import { organizerOf } from "@podo/desk/testing.queries"
import { openTestStores } from "@podo/stores/testing"
import { closeSale } from "@podo/desk/close-sale"
import { endAdmissions } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { openTestApi } from "../testing/api.ts"
import { mintPage } from "../testing/no-script.ts"

const stores = await openTestStores()
const api = openTestApi(stores)

describe("a hold made in time by a person without JavaScript", () => {
  test("is booked also when the admission is over, and the sale; nothing new is held", async () => {
    const page = await mintPage(stores, api, { room: { capacity: 1, perMinute: 60 } })
    const { performanceId, eventId } = page
    const person = await page.openPerson()
    await person.press("enter")
    await tickRoom(stores, performanceId)
    await person.press("claim", { quantity: "1" })
    await endAdmissions(stores, performanceId, [person.userId])
    const held = await person.look()
    expect(held.actions).toEqual(["confirm", "release"])
    expect(held.reload?.seconds).toBeGreaterThan(60)
    expect((await person.press("claim", { quantity: "2" })).status).toBe(403)
    await closeSale(stores, await organizerOf(stores, eventId), { performanceId })
    expect((await person.look()).actions).toEqual(["confirm", "release"])
    expect((await person.press("confirm", held.fields)).words).toContain("Booked")
  })
})
