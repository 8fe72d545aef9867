/** Shared Lua by its name. A fragment's own includes comes before it. */
export type Fragments = Readonly<Record<string, string>>

/** A script with all that it includes, and the names of the keys that it is to be handed, in their order. */
export type ComposedScript = { lua: string; keys: string[] }

const INCLUDE = /^--- @include "([a-z-]+)"$/gm
const KEY_OF_SCRIPT = /^-- KEYS\[(\d+)\] +([a-z-]+)/gm
const KEYS_OF_FRAGMENT = /^-- KEYS +((?:[a-z-]+)(?:, *(?:\n-- +)?[a-z-]+)*)/m
const NO_KEYS = "none"

/**
 * Puts shared Lua where a script includes it by name (`--- @include "holds"`), each once, without the functions that
 * the script does not use. KEYS[2], which the script's header calls `run-starts`, is RUN_STARTS in all of it. Throws
 * where that list leaves out a key of what is included.
 */
export function composeScript(source: string, fragments: Fragments): ComposedScript {
  const keys = keysOfScript(source)
  const included = new Map<string, string>()
  const include = (text: string) => {
    for (const name of includesOf(text)) {
      if (included.has(name)) continue
      const fragment = fragments[name]
      if (fragment === undefined) throw new Error(`There is no Lua to include as "${name}".`)
      include(fragment)
      included.set(name, fragment)
    }
  }
  include(source)
  const used = withoutUnused([...included.values(), source].map(whenNeeded).join("\n"))
  const values = new Map(keys.map((key, at) => [localOf(key), `KEYS[${at + 1}]`]))
  const missing = [...included.values()].flatMap(keysOfFragment).filter((key) => {
    return !keys.includes(key) && namesIn(used).includes(localOf(key))
  })
  if (missing.length > 0) throw new Error(`KEYS of the script leave out ${missing.join(", ")}.`)
  return { lua: withValues(used, values), keys }
}

export const includesOf = (text: string): string[] =>
  [...text.matchAll(INCLUDE)].flatMap(([, name]) => name ?? [])

/** The names in a script's header, which counts them from KEYS[1] on. */
export function keysOfScript(source: string): string[] {
  return [...source.matchAll(KEY_OF_SCRIPT)].map(([, number, name = ""], at) => {
    if (Number(number) !== at + 1) throw new Error(`KEYS[${number}] ${name} is not the next one.`)
    return name
  })
}

/** The names in a fragment's header: whoever uses all of it has these among its keys. */
export function keysOfFragment(fragment: string): string[] {
  const names = KEYS_OF_FRAGMENT.exec(fragment)?.[1]?.match(/[a-z][a-z-]*/g) ?? []
  return names.filter((name) => name !== NO_KEYS)
}

export const localOf = (key: string) => key.toUpperCase().replaceAll("-", "_")

const STRING_COMMENT_OR_NAME = /'(?:[^'\\\n]|\\.)*'|--[^\n]*|[A-Za-z_][A-Za-z0-9_]*/g

const isName = (token: string) => !token.startsWith("'") && !token.startsWith("--")

export const namesIn = (lua: string): string[] =>
  [...lua.matchAll(STRING_COMMENT_OR_NAME)].flatMap(([token]) => (isName(token) ? [token] : []))

const withoutComments = (lua: string) =>
  lua
    .replaceAll(STRING_COMMENT_OR_NAME, (token) => (token.startsWith("--") ? "" : token))
    .replaceAll(/\n\s*(?=\n)/g, "")

const SELDOM = /^--- @seldom ([a-z_]+)$/m

/** A function that a script seldom needs (`--- @seldom find_apart`) is defined only then, with all that is for it alone. */
function whenNeeded(lua: string): string {
  const text = withoutComments(lua)
  const name = SELDOM.exec(lua)?.[1]
  if (name === undefined) return text
  const within = text.trim().replaceAll(/^/gm, " ")
  return `\nlocal function ${name}(...)\n${within}\n return ${name}(...)\nend\n`
}

/** A script defines in each run all that it has: a function that it does not use only costs time. */
function withoutUnused(lua: string): string {
  const uses = Map.groupBy(namesIn(lua), (name) => name)
  const used = lua.replaceAll(/^local function (\w+)\([\s\S]*?^end\n/gm, (definition, name) => {
    const within = namesIn(definition).filter((one) => one === name).length
    return (uses.get(name)?.length ?? 0) > within ? definition : ""
  })
  return used === lua ? lua : withoutUnused(used)
}

const CONSTANTS = /^ ?local ([A-Z][A-Z0-9_]*(?:, [A-Z][A-Z0-9_]*)*) = (.*)\n/gm
const LITERALS = /^(?:'[^']*'|\d+|ARGV\[\d+\])(?:, (?:'[^']*'|\d+|ARGV\[\d+\]))*$/

/**
 * Writes keys and constants where they are used. As locals of the whole script they would have to be found by each
 * function that is defined, in each run: a third of what a claim costs.
 */
function withValues(lua: string, values: Map<string, string>): string {
  const rest = lua.replaceAll(CONSTANTS, (line, names: string, literals: string) => {
    if (!LITERALS.test(literals)) return line
    const each = literals.match(/'[^']*'|[^, ]+/g) ?? []
    for (const [at, name] of names.split(", ").entries()) {
      const known = values.get(name)
      if (known !== undefined) throw new Error(`${name} is ${known} already.`)
      values.set(name, each[at] ?? "nil")
    }
    return ""
  })
  return rest.replaceAll(STRING_COMMENT_OR_NAME, (token) => values.get(token) ?? token)
}
