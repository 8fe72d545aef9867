import { InvalidArgumentError, Option } from "@commander-js/extra-typings"
import { PerformanceId } from "@podo/contract/ids"

const WHOLE_NUMBER_MAX = 1_000_000

/** Reads the value of a flag as a whole number from 1 to 1,000,000. */
export function wholeNumber(value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= 1 && number <= WHOLE_NUMBER_MAX) return number
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${WHOLE_NUMBER_MAX}.`)
}

/** Reads the value of a flag as the id of a performance. */
export function performanceIdOf(value: string): PerformanceId {
  const id = PerformanceId.safeParse(value)
  if (id.success) return id.data
  throw new InvalidArgumentError(
    "It must be the id of a performance, which is the last part of its page's address.",
  )
}

/** Where another Podo is reached than the one that runs from PODO_DATA. */
export const urlOption = () =>
  new Option("--url <url>", "another Podo than the one that runs from PODO_DATA")

/** Whose session acts; without it, an admin who is made for this command alone. */
export const tokenOption = () =>
  new Option("--token <token>", "the token of an organizer's session, to act as that person")
