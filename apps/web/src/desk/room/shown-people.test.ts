import { describe, expect, test } from "bun:test"
import { type Person, type ShownPerson, shownPeople } from "./shown-people.ts"

const person = (userId: string, admittedUntil = "2031-01-19T11:10:00.000Z") =>
  ({ userId, name: userId, email: null, admittedUntil }) as Person

const told = (shown: ShownPerson[]) =>
  shown.map(({ person: { userId }, hasLeft }) => (hasLeft ? `(${userId})` : userId)).join(" ")

describe("the list of who is inside", () => {
  const first = shownPeople([], [person("c"), person("b"), person("a")], false)

  test("begins with whoever came first", () => {
    expect(told(first)).toBe("a b c")
  })

  test("moves no row while somebody is about to press one", () => {
    const people = [person("e"), person("d"), person("c"), person("a")]
    expect(told(shownPeople(first, people, true))).toBe("a (b) c d e")
    expect(told(shownPeople(first, people, false))).toBe("a c d e")
  })

  test("knows who comes back, and by when their time is over now", () => {
    const gone = shownPeople(first, [person("a"), person("c")], true)
    const later = person("b", "2031-01-19T11:20:00.000Z")
    const back = shownPeople(gone, [later, person("c"), person("a")], true)
    expect(told(back)).toBe("a b c")
    expect(back[1]?.person.admittedUntil).toBe(later.admittedUntil)
  })
})
