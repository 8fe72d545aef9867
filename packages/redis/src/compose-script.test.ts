import { describe, expect, test } from "bun:test"
import { composeScript, type Fragments } from "./compose-script.ts"

const fragments: Fragments = {
  clock: `-- Fragment: the clock.
--
-- KEYS      none

local STEP_MS, NAME = 25, 'LINE'
local ticks = 0

-- Counts.
local function tick()
  ticks = ticks + STEP_MS
end
`,
  line: `-- Fragment: a line.
--
-- KEYS      line, run-starts
--- @include "clock"

local function length()
  tick()
  return redis.call('ZCARD', LINE)
end

local function starts()
  return redis.call('ZCARD', RUN_STARTS)
end
`,
}

const scriptOf = (keys: string[], body: string, includes = ["line", "clock"]) =>
  [
    ...keys.map((key, at) => `-- KEYS[${at + 1}]   ${key}`),
    ...includes.map((name) => `--- @include "${name}"`),
    "",
    body,
    "",
  ].join("\n")

const linesOf = (lua: string) => lua.split("\n").filter((line) => line !== "")

describe("a script that includes others", () => {
  test("has each once, before whoever uses it, with keys and constants where they are used", () => {
    const source = scriptOf(["line", "run-starts"], "-- LINE\nreturn { length(), starts(), NAME }")
    const { lua, keys } = composeScript(source, fragments)
    expect(keys).toEqual(["line", "run-starts"])
    expect(linesOf(lua)).toEqual([
      "local ticks = 0",
      "local function tick()",
      "  ticks = ticks + 25",
      "end",
      "local function length()",
      "  tick()",
      "  return redis.call('ZCARD', KEYS[1])",
      "end",
      "local function starts()",
      "  return redis.call('ZCARD', KEYS[2])",
      "end",
      "return { length(), starts(), 'LINE' }",
    ])
  })

  test("has nothing of them that it does not use, nor the keys of that", () => {
    const { lua } = composeScript(scriptOf(["line"], "return length()"), fragments)
    expect(lua).not.toContain("starts")
    const { lua: none } = composeScript(scriptOf([], "return 1"), fragments)
    expect(linesOf(none)).toEqual(["local ticks = 0", "return 1"])
  })

  test("defines what it needs seldom only when it needs it, constants in their place", () => {
    const rare = `-- Fragment: rare.
--- @seldom far
local MILE = 5280

local function step(count)
  return count * MILE
end

local function far(count)
  return step(count)
end
`
    const { lua } = composeScript(scriptOf([], "return far(2)", ["rare"]), { rare })
    expect(linesOf(lua)).toEqual([
      "local function far(...)",
      " local function step(count)",
      "   return count * 5280",
      " end",
      " local function far(count)",
      "   return step(count)",
      " end",
      " return far(...)",
      "end",
      "return far(2)",
    ])
  })

  test("is refused where it does not list a key, counts them wrongly, or includes what is not there", () => {
    const unlisted = scriptOf(["line"], "return starts()")
    expect(() => composeScript(unlisted, fragments)).toThrow("leave out run-starts")
    const miscounted = scriptOf(["line"], "return length()").replace("KEYS[1]", "KEYS[2]")
    expect(() => composeScript(miscounted, fragments)).toThrow("KEYS[2] line is not the next one")
    const unknown = scriptOf([], "return 1", ["weather"])
    expect(() => composeScript(unknown, fragments)).toThrow('include as "weather"')
  })

  test("is refused where two constants have one name", () => {
    const source = scriptOf([], "local STEP_MS = 3\nreturn STEP_MS")
    expect(() => composeScript(source, fragments)).toThrow("STEP_MS is 25 already")
  })
})
