import { expect, test } from "bun:test"
import { z } from "zod"
import { fieldIssuesOf } from "./field-issues.ts"

const Input = z.object({
  poster: z.union([
    z.object({ base64: z.string().max(3, { error: "Too large.", abort: true }) }),
    z.object({ generated: z.literal(true) }),
  ]),
})

test("a field within a union is told by its whole path, of the shape that was meant", () => {
  const read = Input.safeParse({ poster: { base64: "AAAA" } })
  expect(read.error && fieldIssuesOf(read.error)).toEqual([
    { path: "poster.base64", message: "Too large." },
  ])
})
