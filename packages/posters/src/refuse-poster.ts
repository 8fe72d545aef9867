import type { DeskProblem } from "@podo/contract/desk-problems"
import { Refused } from "@podo/contract/refusal"

/** Refuses an uploaded poster with NOT_VALID, at its field. */
export function refusePoster(problem: DeskProblem): never {
  throw new Refused({ code: "NOT_VALID", problems: [{ path: "poster.base64", problem }] })
}
