import { parseArgs } from "node:util"
import { Problem } from "./problem.ts"

// Every `--name value` is taken; each script asks for the names that it knows.
const { values } = parseArgs({ args: namesAndValues(Bun.argv.slice(2)), strict: false })

function namesAndValues(args: string[]): string[] {
  return args.flatMap((arg, at) => {
    const next = args[at + 1]
    const hasValue = next !== undefined && !next.startsWith("--")
    if (arg.startsWith("--")) return [hasValue ? `${arg}=${next}` : arg]
    return []
  })
}

/** The text after `--name`, or nothing. */
export function text(name: string): string | undefined {
  const value = values[name]
  return typeof value === "string" ? value : undefined
}

/** Whether `--name` is there at all. */
export const flag = (name: string) => values[name] !== undefined

const WHOLE_NUMBER_MAX = 1_000_000

/** The whole number after `--name`, at least 1. */
export function wholeNumber(name: string, otherwise: number): number {
  const value = text(name)
  if (value === undefined) return otherwise
  const number = Number(value)
  if (Number.isInteger(number) && number >= 1 && number <= WHOLE_NUMBER_MAX) return number
  throw new Problem(
    `--${name} is "${value}": it must be a whole number from 1 to ${WHOLE_NUMBER_MAX}.`,
  )
}
