import { describe, expect, test } from "bun:test"
import { grantRole } from "@podo/accounts/grant-role"
import { datesIn, mintHall, newEvent, termsOn } from "@podo/desk/events.queries"
import { DAYS_PER_RUN_MAX } from "@podo/contract/limits"
import { openTestStores } from "@podo/stores/testing"
import { inputsOf } from "../testing/every-procedure.ts"
import { mintAddress, mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)

const { token, userId } = await mintSession(stores)
await grantRole(stores.db, { email: `${userId}@example.com`, role: "organizer", revoke: false })

describe("a large body", () => {
  test("names a year of performances one by one", async () => {
    const place = await mintHall(stores)
    const { eventId } = newEvent(place)
    await api.mutate("desk.createEvent", { ...newEvent(place), eventId }, token)
    const year = Array.from({ length: DAYS_PER_RUN_MAX }, (_, day) => termsOn(10 + day))
    const body = JSON.stringify({ eventId, dates: datesIn(place, ...year) })
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...announced(Buffer.byteLength(body)),
    }
    const path = "/trpc/desk.addPerformances"
    const { status } = await api.app.request(path, { method: "POST", body, headers })
    expect([body.length > 66_000, status]).toEqual([true, 200])
  })

  const MEGABYTES = 1_000_000
  /** A body that counts what is read of it. */
  function bodyOf(bytes: number) {
    const read = { bytes: 0 }
    const start = JSON.stringify({ ...(inputsOf({} as never)["desk.importHall"] as object) }).slice(
      0,
      -1,
    )
    let left = bytes
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (left <= 0) return controller.close()
          const text = left === bytes ? `${start},"padding":"` : "a"
          const chunk = new TextEncoder().encode(text.padEnd(Math.min(left, 65_536), "a"))
          left -= chunk.length
          read.bytes += chunk.length
          return controller.enqueue(chunk)
        },
      },
      { highWaterMark: 0 },
    )
    return { read, stream }
  }

  async function post(path: string, bytes: number, headers: Record<string, string> = {}) {
    const { read, stream } = bodyOf(bytes)
    const response = await api.app.request(
      `/trpc/${path}`,
      { method: "POST", body: stream, headers: { "content-type": "application/json", ...headers } },
      { address: mintAddress() },
    )
    return { status: response.status, read: read.bytes }
  }

  const announced = (bytes: number) => ({ "content-length": String(bytes) })

  test("is not read of who is nobody's organizer", async () => {
    const large = 7 * MEGABYTES
    const stranger = await post("desk.importHall", large, announced(large))
    expect(stranger).toEqual({ status: 401, read: 0 })
    const fan = {
      ...announced(large),
      authorization: `Bearer ${(await mintSession(stores)).token}`,
    }
    expect(await post("desk.importHall", large, fan)).toEqual({ status: 403, read: 0 })
    // Without this control nothing might ever be read.
    const mine = { ...announced(large), authorization: `Bearer ${token}` }
    const { status, read } = await post("desk.importHall", large, mine)
    expect([status, read >= large]).toEqual([400, true])
  })

  test("is refused where it carries no file, where it is too large for one, and where it hides how large it is", async () => {
    const mine = { authorization: `Bearer ${token}` }
    const [small, large] = [66_000, 9 * MEGABYTES]
    expect(await post("desk.editEvent", small, { ...mine, ...announced(small) })).toEqual({
      status: 413,
      read: 0,
    })
    expect(await post("desk.importHall", large, { ...mine, ...announced(large) })).toEqual({
      status: 413,
      read: 0,
    })
    const three = 3_100_000
    expect(await post("desk.setPoster", three, { ...mine, ...announced(three) })).toEqual({
      status: 413,
      read: 0,
    })
    const hidden = await post("desk.importHall", 7 * MEGABYTES, mine)
    expect([hidden.status, hidden.read < 200_000]).toEqual([413, true])
    const batch = "desk.setPoster,desk.setPoster?batch=1"
    expect(await post(batch, small, { ...mine, ...announced(small) })).toEqual({
      status: 413,
      read: 0,
    })
  })
})
