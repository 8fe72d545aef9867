import type { DeskRoom } from "@podo/contract/desk-room"

export type Person = DeskRoom["people"][number]
export type ShownPerson = { person: Person; hasLeft: boolean }

/**
 * The people to be seen, from the one who has been inside longest. While somebody has a finger or the focus on the list, no
 * row moves: whoever has left stays in place, and who comes is added below.
 */
export function shownPeople(
  before: readonly ShownPerson[],
  people: readonly Person[],
  isTouched: boolean,
): ShownPerson[] {
  const inside = new Map(people.map((person) => [person.userId, person]))
  const stayed = before.flatMap(({ person }): ShownPerson[] => {
    const now = inside.get(person.userId)
    if (now === undefined) return isTouched ? [{ person, hasLeft: true }] : []
    return [{ person: now, hasLeft: false }]
  })
  const known = new Set(stayed.map(({ person }) => person.userId))
  const came = people.filter(({ userId }) => !known.has(userId)).toReversed()
  return [...stayed, ...came.map((person) => ({ person, hasLeft: false }))]
}
