import { describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/db/testing"
import { createEvent } from "./create-event.ts"
import { datesIn, mintHall, mintOrganizer, newEvent, termsOn } from "./testing.queries.ts"

const stores = await openTestStores()

describe("a new event", () => {
  test("is a draft with its dates, its poster and its history", async () => {
    const organizer = await mintOrganizer(stores)
    const hall = await mintHall(stores)
    const input = { ...newEvent(hall), dates: datesIn(hall, termsOn(11), termsOn(10)) }
    const event = await createEvent(stores, organizer, input)
    console.log(event)
    expect(event.performances).toHaveLength(2)
  })
})
