import type { DeskProblem } from "@podo/contract/desk-problems"

/** What the page itself finds before it sends anything, beside what the server may find. */
export type FieldProblem =
  | DeskProblem
  | "missing"
  | "not-valid"
  | "out-of-limits"
  | "not-a-price"
  | "clock-skipped"
