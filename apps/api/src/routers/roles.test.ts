import { describe, expect, test } from "bun:test"
import { grantRole } from "@podo/accounts/grant-role"
import type { GrantedRole } from "@podo/contract/account"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { inputsOf, isMutation, paths } from "../testing/every-procedure.ts"
import { mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)

const callers = ["anonymous", "user", "another organizer", "organizer", "admin"] as const
type Caller = (typeof callers)[number]

type Gate = "in" | "SIGN_IN_REQUIRED" | "NOT_ALLOWED"

const anybody: Gate[] = ["in", "in", "in", "in", "in"]
const signedIn: Gate[] = ["SIGN_IN_REQUIRED", "in", "in", "in", "in"]
const anyOrganizer: Gate[] = ["SIGN_IN_REQUIRED", "NOT_ALLOWED", "in", "in", "in"]
/** Only who owns the event that is asked about, and admins. */
const organizer: Gate[] = ["SIGN_IN_REQUIRED", "NOT_ALLOWED", "NOT_ALLOWED", "in", "in"]

/** The callers whom each procedure lets in, in their order. A new procedure needs a row. */
const gates: Record<string, Gate[]> = {
  "account.me": anybody,
  "account.waysIn": anybody,
  "account.signUp": anybody,
  "account.confirmSignUp": anybody,
  "account.resendCode": anybody,
  "account.signIn": anybody,
  "account.signOut": anybody,
  "account.requestPassword": anybody,
  "account.setPassword": anybody,
  "account.update": signedIn,
  "account.devices": signedIn,
  "account.endSession": signedIn,
  "account.endAllSessions": signedIn,
  "account.requestDeletion": signedIn,
  "account.delete": signedIn,
  "booking.confirm": signedIn,
  "booking.cancel": signedIn,
  "booking.mine": signedIn,
  "catalog.event": anybody,
  "catalog.events": anybody,
  "desk.addPerformances": organizer,
  "desk.bookings": organizer,
  "desk.cancelPerformance": organizer,
  "desk.closeSale": organizer,
  "desk.createEvent": anyOrganizer,
  "desk.deleteEvent": organizer,
  "desk.editEvent": organizer,
  "desk.editPerformance": organizer,
  "desk.event": organizer,
  "desk.events": anyOrganizer,
  "desk.exportBookings": organizer,
  "desk.halls": anyOrganizer,
  "desk.history": organizer,
  "desk.importHall": anyOrganizer,
  "desk.openSale": organizer,
  "desk.publishEvent": organizer,
  "desk.releasePlaces": organizer,
  "desk.removePerformance": organizer,
  "desk.room": organizer,
  "desk.sale": organizer,
  "desk.sales": organizer,
  "desk.setPoster": organizer,
  "desk.setRoom": organizer,
  "desk.steerRoom": organizer,
  "desk.takeAdmissionBack": organizer,
  "desk.withholdPlaces": organizer,
  "seating.availability": anybody,
  "seating.claim": signedIn,
  "seating.extend": signedIn,
  "seating.hold": signedIn,
  "seating.plan": anybody,
  "seating.release": signedIn,
  "waitingRoom.draw": anybody,
  "waitingRoom.drawPage": anybody,
  "waitingRoom.enter": signedIn,
  "waitingRoom.leave": signedIn,
  "waitingRoom.room": anybody,
  "waitingRoom.status": signedIn,
  "seating.seats": anybody,
}

/** Someone of this kind, for one question alone, and something to ask about. */
async function mintCaller(caller: Caller, path: string) {
  const isAboutRoom = /room|admission/i.test(path)
  const performance = await mintPerformance(stores, isAboutRoom ? { room: {} } : {})
  if (caller === "anonymous") return { performance, token: undefined }
  const { token, userId } = await mintSession(stores)
  const email = `${userId}@example.com`
  const grant = async (role: GrantedRole) => grantRole(stores.db, { email, role, revoke: false })
  if (caller === "admin") await grant("admin")
  if (caller === "organizer" || caller === "another organizer") await grant("organizer")
  if (caller === "organizer") {
    const { eventId } = performance
    await stores.db
      .updateTable("event")
      .set({ organizerId: userId })
      .where("id", "=", eventId)
      .execute()
  }
  return { performance, token }
}

async function gateOf(path: string, caller: Caller): Promise<Gate> {
  const { performance, token } = await mintCaller(caller, path)
  const ask = isMutation(path) ? api.mutate : api.query
  const { status, refusal } = await ask(path, inputsOf(performance)[path], token)
  const code = refusal?.code
  if (code === "SIGN_IN_REQUIRED" || code === "NOT_ALLOWED") {
    expect(status).toBe(code === "SIGN_IN_REQUIRED" ? 401 : 403)
    return code
  }
  // An answer after the gate may be a refusal, too, but never malformed input: that would test nothing.
  expect([200, 400, 401, 404, 409, 412]).toContain(status)
  if (status === 400) expect(code).toBe("NOT_VALID")
  if (status === 401) expect(code).toBe("WRONG_CREDENTIALS")
  return "in"
}

describe("each procedure lets in whom it says", () => {
  test("and none is without a row", () => {
    expect(Object.keys(gates).toSorted()).toEqual(paths)
    expect(Object.keys(inputsOf({} as never)).toSorted()).toEqual(paths)
  })

  for (const path of paths) {
    test(path, async () => {
      const met: Gate[] = []
      for (const caller of callers) met.push(await gateOf(path, caller))
      expect(met).toEqual(gates[path] ?? [])
    })
  }
})

describe("a role", () => {
  test("counts from the moment it is given to the moment it is taken back, in the same session", async () => {
    const { eventId } = await mintPerformance(stores)
    const { token, userId } = await mintSession(stores)
    const email = `${userId}@EXAMPLE.com`
    const ask = async () => (await api.query("desk.sales", { eventId }, token)).status
    expect(await ask()).toBe(403)
    const granted = await grantRole(stores.db, { email, role: "admin", revoke: false })
    expect(granted).toEqual(["user", "admin"])
    expect(await ask()).toBe(200)
    await grantRole(stores.db, { email, role: "admin", revoke: false })
    expect((await api.query("account.me", undefined, token)).data).toMatchObject({
      roles: ["user", "admin"],
    })
    await grantRole(stores.db, { email, role: "admin", revoke: true })
    expect(await ask()).toBe(403)
  })

  test("is nobody's whose e-mail is not known", async () => {
    for (const email of [`${crypto.randomUUID()}@example.com`, "no e-mail", ""]) {
      expect(await grantRole(stores.db, { email, role: "admin", revoke: false })).toBeNull()
    }
  })
})
