import { describe, expect, test } from "bun:test"
import {
  composeScript,
  includesOf,
  keysOfFragment,
  keysOfScript,
  localOf,
  namesIn,
} from "@podo/redis/compose-script"
import { isKeyName } from "@podo/redis/performance-keys"

const packages = `${import.meta.dir}/../..`
// A counter of redis is no key of a performance.
const paths = [...new Bun.Glob("*/src/**/*.lua").scanSync(packages)]
  .filter((path) => !path.startsWith("redis/"))
  .toSorted()
const files = await Promise.all(
  paths.map(async (path) => ({ path, text: await Bun.file(`${packages}/${path}`).text() })),
)
const isFragment = (text: string) => text.startsWith("-- Fragment: ")
const nameOf = (path: string) => path.replace(/^.*\//, "").replace(/\.lua$/, "")
const fragments = Object.fromEntries(
  files.flatMap(({ path, text }) => (isFragment(text) ? [[nameOf(path), text]] : [])),
)
const keyNames = [
  ...new Set(files.flatMap(({ text }) => [...keysOfScript(text), ...keysOfFragment(text)])),
]

/** The keys that some Lua touches, by the names that stand for them. */
const keysIn = (lua: string) => {
  const names = new Set(namesIn(lua))
  return keyNames.filter((key) => names.has(localOf(key))).toSorted()
}

describe("each Lua script", () => {
  test.each(files.filter(({ text }) => !isFragment(text)))(
    "is handed the keys that it touches, and no others: $path",
    ({ text }) => {
      const { lua, keys } = composeScript(text, fragments)
      const touched = keys.filter((_, at) => lua.includes(`KEYS[${at + 1}]`))
      expect(touched).toEqual(keys)
      expect(keysIn(lua)).toEqual([])
      expect(keys.filter((key) => !isKeyName(key))).toEqual([])
    },
  )
})

describe("each Lua that others include", () => {
  test.each(files.filter(({ text }) => isFragment(text)))(
    "names the keys that it touches, and is included: $path",
    ({ path, text }) => {
      expect(keysOfFragment(text).toSorted()).toEqual(keysIn(text))
      const users = files.filter((file) => includesOf(file.text).includes(nameOf(path)))
      expect(users).not.toEqual([])
    },
  )
})
