import type { UserId } from "@podo/contract/ids"
import type { Person } from "./people.ts"

/** A while in the lobby or the line, by Redis' clock. */
export type Stay = {
  enteredAt: number
  /** Where Redis had them right after they entered; nothing when they were let in before anybody could look. */
  score: number | undefined
  /** From then on they were away, or had given up their place. */
  presentUntil: number
}

/** The outcome of a person. */
type End =
  | "booked"
  | "gave back"
  | "walked away"
  | "closed the tab"
  | "found it sold out"
  | "was not served in time"
  | "was not let into the line"

/** The memory of one of the crowd in the end. */
export type Diary = {
  userId: UserId
  person: Person
  stays: Stay[]
  /** Claims that were granted: asked for and answered, by Redis' clock. */
  claims: { beganAt: number; endedAt: number }[]
  /** Claims that were refused because they had not been let in. */
  refused: number
  /** While they waited, and for how long they did. */
  questions: number
  waitedMs: number
  /** Messages of their live connections. */
  heard: number
  /** Answers that nobody should get. */
  failures: string[]
  end: End
}

export const emptyDiary = (userId: UserId, person: Person): Diary => ({
  userId,
  person,
  stays: [],
  claims: [],
  refused: 0,
  questions: 0,
  waitedMs: 0,
  heard: 0,
  failures: [],
  end: "was not served in time",
})
