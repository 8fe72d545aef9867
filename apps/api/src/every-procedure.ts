import type { MintedPerformance } from "@podo/db/testing"
import { appRouter } from "./router.ts"

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
    "desk.sales": { eventId },
    "seating.availability": { performanceId },
    "seating.claim": { performanceId, places: [1] },
    "seating.hold": { performanceId },
    "seating.plan": { performanceId },
    "seating.release": { performanceId, holdId: uuid() },
  }
}
