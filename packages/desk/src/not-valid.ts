import { DESK_PROBLEMS, type DeskProblem } from "@podo/contract/desk-problems"
import { Refused } from "@podo/contract/refusal"

/** Which field of an input is wrong, and why; `day`, such as 2026-05-02, when the field stands for many. */
export type FieldProblem = { path: string; problem: DeskProblem; day?: string }

const PROBLEMS_MAX = 50

/** Refuses with NOT_VALID when there is any problem. */
export function refuseProblems(problems: FieldProblem[]) {
  if (problems.length === 0) return
  throw new Refused({ code: "NOT_VALID", problems: problems.slice(0, PROBLEMS_MAX) })
}

const codes = new Map(
  Object.entries(DESK_PROBLEMS).map(([code, sentence]) => [
    sentence as string,
    code as DeskProblem,
  ]),
)

/** The problem that a sentence of a schema stands for. */
export const problemOf = (sentence: string): DeskProblem | undefined => codes.get(sentence)
