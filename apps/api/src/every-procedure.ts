import type { MintedPerformance } from "@podo/db/testing"
import { appRouter } from "./router.ts"

const { procedures } = appRouter._def

/** Every procedure that the router has, whoever added it. */
export const paths = Object.keys(procedures).toSorted()

/** How each is asked. */
export const isMutation = (path: string) =>
  (procedures as unknown as Record<string, { _def: { type: string } }>)[path]?._def.type ===
  "mutation"

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
    "desk.sales": { eventId },
    "seating.availability": { performanceId },
    "seating.claim": { performanceId, places: [1] },
    "seating.hold": { performanceId },
    "seating.plan": { performanceId },
    "seating.release": { performanceId, holdId: uuid() },
  }
}
