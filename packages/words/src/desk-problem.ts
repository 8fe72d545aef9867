import type { DeskProblem } from "@podo/contract/desk-problems"

/** The problems that the page itself finds before it sends anything, beside those that the server may find. */
export type FieldProblem =
  | DeskProblem
  | "missing"
  | "not-valid"
  | "out-of-limits"
  | "not-a-price"
  | "clock-skipped"
  | "edited-meanwhile"
