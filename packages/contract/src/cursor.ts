import { z } from "zod"
import { CURSOR_CHARS_MAX } from "./limits.ts"

/** The end of the year 9999 in ms, the last moment that a database can name. */
const SORT_VALUE_MAX = 253_402_300_799_999

/** Where a list goes on: the sort value and the id of the last row that was seen. */
export const Position = z.tuple([z.int().min(0).max(SORT_VALUE_MAX), z.uuid()])
export type Position = z.infer<typeof Position>

/** Opaque to callers: hand back what `nextCursor` said. */
export const cursorOf = (position: Position) =>
  btoa(JSON.stringify(position)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

function positionOf(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")))
  } catch {
    return undefined
  }
}

export const Cursor = z
  .string()
  .max(CURSOR_CHARS_MAX)
  .transform((cursor, context) => {
    const position = Position.safeParse(positionOf(cursor))
    if (position.success) return position.data
    context.addIssue({ code: "custom", message: "Use the nextCursor of an earlier answer." })
    return z.NEVER
  })
