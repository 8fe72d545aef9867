import type { z } from "zod"

/** Checks what is answered as a schema does, but what many are answered alike only once. */
export function checkedOnce<Answer extends object>(schema: z.ZodType<Answer>) {
  const checked = new WeakMap<object, Answer>()
  return (answer: unknown): Answer => {
    const isShared = typeof answer === "object" && answer !== null
    const known = isShared ? checked.get(answer) : undefined
    if (known) return known
    const parsed = schema.parse(answer)
    if (isShared) checked.set(answer, parsed)
    return parsed
  }
}
