import { z } from "zod"
import { CURSOR_CHARS_MAX } from "./limits.ts"

/** The end of the year 9999 in ms, the last moment that a database can name. */
const SORT_VALUE_MAX = 253_402_300_799_999

/** Where a list goes on: the sort value and the id of the last row that was seen. */
export const Position = z.tuple([z.int().min(0).max(SORT_VALUE_MAX), z.uuid()])
export type Position = z.infer<typeof Position>

/** The same for a list that puts some rows before all others: 0 for those, 1 for the rest. */
export const RankedPosition = z.tuple([z.int().min(0).max(1), ...Position.def.items])
export type RankedPosition = z.infer<typeof RankedPosition>

/** Opaque to callers: hand back what `nextCursor` said. */
export const cursorOf = (position: Position | RankedPosition) =>
  btoa(JSON.stringify(position)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

function positionOf(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")))
  } catch {
    return undefined
  }
}

const cursorFor = <Row>(position: z.ZodType<Row>) =>
  z
    .string()
    .max(CURSOR_CHARS_MAX)
    .transform((cursor, context) => {
      const parsed = position.safeParse(positionOf(cursor))
      if (parsed.success) return parsed.data
      context.addIssue({ code: "custom", message: "Use the nextCursor of an earlier answer." })
      return z.NEVER
    })

export const Cursor = cursorFor(Position)
export const RankedCursor = cursorFor(RankedPosition)
