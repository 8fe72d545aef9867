import { DESK_PROBLEMS } from "@podo/contract/desk-problems"
import type { FieldProblem } from "../desk-problem.ts"

export const problems: Record<FieldProblem, string> = {
  // The contract says them in English already.
  ...DESK_PROBLEMS,
  "id-taken": "This number is in use already. “Start over” gives the event another one.",
  missing: "Please fill this in.",
  "not-valid": "Please check this.",
  "out-of-limits": "Please enter a whole number within the limits.",
  "not-a-price": "Please enter an amount of 0 or more, in digits.",
  "edited-meanwhile": "Somebody else changed this meanwhile, to:",
  "clock-skipped": "This time does not exist that day: the clocks go forward.",
}
