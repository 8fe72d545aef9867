import type { z } from "zod"

/**
 * A question in one spelling: the procedure, whether it is asked in a batch of one, and its input as the schema reads
 * it. Whatever else stands in an address, and however the input is written, the answer is the same; so a crowd shares
 * it, and nobody goes round that by a number of their own. An address that cannot be read stands for itself.
 */
export function canonicalQuestion(url: string, schema: z.ZodType): string {
  const { pathname, searchParams } = new URL(url)
  const isBatch = searchParams.get("batch") === "1"
  const read = schema.safeParse(inputIn(searchParams, isBatch))
  return read.success ? `${pathname} ${isBatch} ${JSON.stringify(read.data)}` : url
}

function inputIn(searchParams: URLSearchParams, isBatch: boolean): unknown {
  const input = searchParams.get("input")
  if (input === null) return undefined
  try {
    const value: unknown = JSON.parse(input)
    return isBatch ? (value as Record<string, unknown> | null)?.["0"] : value
  } catch {
    return undefined
  }
}
