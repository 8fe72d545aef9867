import { PerformanceId } from "@podo/contract/ids"
import { mintUserId } from "@podo/db/testing"
import { openStores } from "@podo/stores/stores"
import { book } from "./testing.ts"

// An api for a test that books place after place for a crowd, and says which bookings it has acknowledged, until
// somebody kills it.
const [urls = "", performance, capacity] = Bun.argv.slice(2)
const PEOPLE = 32

const stores = await openStores(JSON.parse(urls), console.error)
const performanceId = PerformanceId.parse(performance)
const places = Array.from({ length: Number(capacity) }, (_, place) => place).values()

async function buyAll() {
  for (const place of places) {
    const { bookingId } = await book(stores, mintUserId(), { performanceId, places: [place] })
    console.log(bookingId)
  }
}
await Promise.all(Array.from({ length: PEOPLE }, buyAll))
