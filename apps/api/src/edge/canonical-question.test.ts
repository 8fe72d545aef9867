import { expect, test } from "bun:test"
import { z } from "zod"
import { canonicalQuestion } from "./canonical-question.ts"

const schema = z.object({ eventId: z.string(), limit: z.int().default(20) })
const asked = (query: string) => canonicalQuestion(`http://localhost/trpc/x.y?${query}`, schema)
const input = (value: string) => `input=${encodeURIComponent(value)}`

test("the same question is the same, however it is written", () => {
  const one = asked(input('{"eventId":"a"}'))
  for (const same of [
    `${input('{"eventId":"a"}')}&r=7`,
    `r=7&${input('{ "limit": 20, "eventId": "a" }')}`,
    input('{"eventId":"a","r":7}'),
  ]) {
    expect(asked(same)).toBe(one)
  }
})

test("another input, a batch, and what cannot be read are others", () => {
  const questions = [
    input('{"eventId":"a"}'),
    input('{"eventId":"b"}'),
    `batch=1&${input('{"0":{"eventId":"a"}}')}`,
    input('{"eventId":'),
    input("{}"),
    "",
  ]
  expect(new Set(questions.map(asked)).size).toBe(questions.length)
  expect(asked("r=1")).not.toBe(asked("r=2"))
  expect(asked(`batch=1&${input('{"0":{"eventId":"a"}}')}`)).toBe(
    asked(`${input('{"0":{"eventId":"a","r":1}}')}&batch=1`),
  )
})
