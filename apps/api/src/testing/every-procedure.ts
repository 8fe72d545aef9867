import type { MintedPerformance } from "@podo/db/testing"
import { appRouter } from "../router.ts"

type Procedure = { _def: { type: "query" | "mutation" } }

const { _def: definition } = appRouter
const kinds = new Map(
  Object.entries(definition.procedures as unknown as Record<string, Procedure>).map(
    ([path, { _def: procedure }]) => [path, procedure.type],
  ),
)

/** Every procedure that the router has, whoever added it. */
export const paths = [...kinds.keys()].toSorted()

export const isMutation = (path: string) => kinds.get(path) === "mutation"

type Nouns = Pick<MintedPerformance, "performanceId" | "eventId">

/** For each procedure an input that gets past its schema, about things that are there. */
export function inputsOf({ performanceId, eventId }: Nouns): Record<string, unknown> {
  const uuid = () => Bun.randomUUIDv7()
  const entered = () => ({ codeId: uuid(), code: "123456" })
  const email = () => `${uuid()}@example.com`
  return {
    "account.me": undefined,
    "account.waysIn": undefined,
    "account.signUp": { name: "Fan", email: email(), password: "long enough", language: "ko" },
    "account.confirmSignUp": entered(),
    "account.resendCode": { codeId: uuid() },
    "account.signIn": { email: email(), password: "long enough" },
    "account.signOut": undefined,
    "account.requestPassword": { email: email(), language: "en" },
    "account.setPassword": { ...entered(), password: "long enough" },
    "account.update": { name: "Someone" },
    "account.devices": undefined,
    "account.endSession": { sessionId: uuid() },
    "account.endAllSessions": undefined,
    "account.requestDeletion": undefined,
    "account.delete": entered(),
    "booking.confirm": { bookingId: uuid(), performanceId, holdId: uuid() },
    "booking.cancel": { bookingId: uuid() },
    "booking.mine": {},
    "catalog.event": { eventId },
    "catalog.events": {},
    ...deskInputsOf({ performanceId, eventId }),
    "seating.availability": { performanceId },
    "seating.claim": { performanceId, places: [1] },
    "seating.extend": { performanceId, holdId: uuid() },
    "seating.hold": { performanceId },
    "seating.plan": { performanceId },
    "seating.seats": { performanceId },
    "seating.release": { performanceId, holdId: uuid() },
    "waitingRoom.draw": { performanceId },
    "waitingRoom.drawPage": { performanceId, page: 0 },
    "waitingRoom.enter": { performanceId },
    "waitingRoom.leave": { performanceId },
    "waitingRoom.room": { performanceId },
    "waitingRoom.status": { performanceId },
  }
}

function deskInputsOf({ performanceId, eventId }: Nouns): Record<string, unknown> {
  const uuid = () => Bun.randomUUIDv7()
  const event = { title: "A", description: "", category: "play", venueId: uuid() }
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString()
  const terms = {
    startsAt: day(30),
    endsAt: day(31),
    saleOpensAt: day(1),
    saleClosesAt: day(30),
    cancelUntil: day(29),
    limitPerUser: 4,
  }
  const areas = [{ area: "floor", price: 1000 }]
  const room = {
    lobbyOpensAt: day(-1),
    hasDraw: true,
    capacity: 10,
    perMinute: 60,
    admissionMinutes: 5,
    whenSoldOut: "keep",
  }
  return {
    "desk.addPerformances": {
      eventId,
      dates: { hallId: uuid(), areas, performances: [terms] },
    },
    "desk.bookings": { performanceId },
    "desk.cancelPerformance": { performanceId },
    "desk.closeSale": { performanceId },
    "desk.createEvent": { eventId: uuid(), ...event },
    "desk.deleteEvent": { eventId },
    "desk.editEvent": { eventId, etag: "unseen", ...event },
    "desk.editPerformance": { performanceId, etag: "unseen", areas, ...terms },
    "desk.event": { eventId },
    "desk.events": {},
    "desk.exportBookings": { performanceId },
    "desk.halls": undefined,
    "desk.history": { eventId },
    "desk.importHall": {
      hallId: uuid(),
      name: "A",
      venue: { name: "A", address: "A" },
      format: "csv",
      text: "area,capacity\nstanding,100\n",
    },
    "desk.openSale": { performanceId },
    "desk.publishEvent": { eventId },
    "desk.releasePlaces": { performanceId, places: [1] },
    "desk.removePerformance": { performanceId },
    "desk.room": { performanceId },
    "desk.sale": { performanceId },
    "desk.sales": { eventId },
    "desk.setPoster": { eventId, poster: { generated: true } },
    "desk.setRoom": { performanceId, etag: "unseen", room },
    "desk.steerRoom": { performanceId, act: { kind: "say", message: "Hello" } },
    "desk.takeAdmissionBack": { performanceId, userId: uuid() },
    "desk.withholdPlaces": { performanceId, places: [1] },
  }
}
