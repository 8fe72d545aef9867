import { DESK_PROBLEMS, type DeskProblem } from "@podo/contract/desk-problems"
import type { FieldProblem } from "@podo/words/desk-problem"
import { issuesOf, refusalOf } from "../app/api/refusals.ts"

/** `path` is that of the input, dots between its keys; of many days, `day` is the first that is wrong. */
export type Wrong = { path: string; problem: FieldProblem; day?: string }

const bySentence = new Map(
  Object.entries(DESK_PROBLEMS).map(([problem, sentence]) => [
    sentence as string,
    problem as DeskProblem,
  ]),
)

/** The problem that a sentence of the contract stands for; undefined where it is for people who write scripts. */
export const problemOfSentence = (sentence: string) => bySentence.get(sentence)

/** The fields that an answer is about, whether the schema or the stores found it. Nothing when it is of another kind. */
export function wrongsOf(error: unknown): Wrong[] {
  const refusal = refusalOf(error)
  if (refusal?.code === "NOT_VALID") return refusal.problems
  return issuesOf(error).map(({ path, message }) => ({
    path,
    problem: problemOfSentence(message) ?? "not-valid",
  }))
}

export type Placed = { atFields: ReadonlyMap<string, Wrong>; elsewhere: Wrong[] }

/** Puts each problem at the field that it is about, the first of several; what has no field is told by itself. */
export function placeWrongs(
  wrongs: Wrong[],
  isField: (name: string) => boolean,
  fieldOf: (path: string) => string,
): Placed {
  const atFields = new Map<string, Wrong>()
  const elsewhere: Wrong[] = []
  for (const wrong of wrongs) {
    const field = [fieldOf(wrong.path), wrong.path].find(isField)
    if (field === undefined) elsewhere.push(wrong)
    else if (!atFields.has(field)) atFields.set(field, wrong)
  }
  return { atFields, elsewhere: eachOnce(elsewhere) }
}

function eachOnce(wrongs: Wrong[]): Wrong[] {
  return [...new Map(wrongs.map((wrong) => [wrong.problem, wrong])).values()]
}
