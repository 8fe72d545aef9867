import type { AuditFacts } from "@podo/contract/desk"
import type { AreaTerms, EditPerformance } from "@podo/contract/desk-performance"
import type { PricedArea } from "./areas-on-sale.ts"
import type { FieldProblem } from "../not-valid.ts"

const SECONDS_PER_MINUTE = 60

/** When and how a performance is sold, as it is kept. */
export type KeptTerms = {
  startsAt: Date
  endsAt: Date
  saleOpensAt: Date
  saleClosesAt: Date
  cancelUntil: Date
  limitPerUser: number
  holdSeconds: number
}

export const minutesOf = (holdSeconds: number) =>
  Math.max(1, Math.round(holdSeconds / SECONDS_PER_MINUTE))

/** The desk counts in minutes: a hold of other seconds stays as it is until its minutes change. */
export const keptTermsOf = (input: EditPerformance, known: KeptTerms): KeptTerms => ({
  startsAt: new Date(input.startsAt),
  endsAt: new Date(input.endsAt),
  saleOpensAt: new Date(input.saleOpensAt),
  saleClosesAt: new Date(input.saleClosesAt),
  cancelUntil: new Date(input.cancelUntil),
  limitPerUser: input.limitPerUser,
  holdSeconds:
    input.holdMinutes === minutesOf(known.holdSeconds)
      ? known.holdSeconds
      : input.holdMinutes * SECONDS_PER_MINUTE,
})

/** Terms as the history tells them. */
const termsFactsOf = (terms: KeptTerms): AuditFacts => ({
  startsAt: terms.startsAt.toISOString(),
  endsAt: terms.endsAt.toISOString(),
  saleOpensAt: terms.saleOpensAt.toISOString(),
  saleClosesAt: terms.saleClosesAt.toISOString(),
  cancelUntil: terms.cancelUntil.toISOString(),
  limitPerUser: terms.limitPerUser,
  holdMinutes: minutesOf(terms.holdSeconds),
})

/** The prices and capacities of areas, as the history tells them: `areas.vip.price`, `areas.vip.capacity`. */
export const areaFactsOf = (areas: Pick<PricedArea, "area" | "price" | "capacity">[]): AuditFacts =>
  Object.fromEntries(
    areas.flatMap(({ area, price, capacity }) => [
      [`areas.${area}.price`, price],
      [`areas.${area}.capacity`, capacity],
    ]),
  )

/** All that an edit of a performance can change, as the history tells it and its etag is made of. */
export const performanceFactsOf = (
  terms: KeptTerms,
  areas: Parameters<typeof areaFactsOf>[0],
): AuditFacts => ({ ...termsFactsOf(terms), ...areaFactsOf(areas) })

/** As long as a change may take until Redis knows of it. */
const NEARLY_MS = 10_000

/** Near its opening a sale counts as open: who is first must not buy what is just being changed. */
export const isNearlyOpen = ({ saleOpensAt }: Pick<KeptTerms, "saleOpensAt">, now: Date) =>
  saleOpensAt.getTime() - NEARLY_MS <= now.getTime()

const FIXED_TIMES = new Set(["startsAt", "endsAt", "saleOpensAt"])

/** Which of the changed fields are fixed once the sale has opened: people have decided by them. */
export function fixedSinceOpened(changed: AuditFacts, areas: AreaTerms[]): FieldProblem[] {
  return Object.keys(changed).flatMap((field): FieldProblem[] => {
    const [, area, what] = field.split(".")
    if (area === undefined) {
      return FIXED_TIMES.has(field) ? [{ path: field, problem: "fixed-since-sale-opened" }] : []
    }
    const index = areas.findIndex((one) => one.area === area)
    return [{ path: `areas.${index}.${what}`, problem: "fixed-since-sale-opened" }]
  })
}

/** A promise to people who have booked: how long they may cancel. Once the sale has opened it is kept, or bettered. */
export function findBrokenPromises(
  { cancelUntil }: KeptTerms,
  { cancelUntil: promised }: KeptTerms,
): FieldProblem[] {
  return cancelUntil < promised
    ? [{ path: "cancelUntil", problem: "only-later-since-sale-opened" }]
    : []
}
