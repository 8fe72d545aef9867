import { describe, expect, test } from "bun:test"
import { readHouse, topLevel } from "./source-files.ts"
import * as circles from "./circle-rules.ts"
import * as files from "./file-rules.ts"
import * as folders from "./folder-rules.ts"
import * as readmes from "./readme-rules.ts"
import * as arrows from "./arrow-rules.ts"
import * as texts from "./text-rules.ts"

const RULES = [arrows, circles, files, folders, readmes, texts].flatMap((chapter) =>
  Object.values(chapter),
)

const house = readHouse()

describe.each(RULES)("$name", ({ offences, breaches }) => {
  test("here", () => {
    expect(offences(house)).toEqual([])
  })

  // Without this control the rule could hold because it sees nothing.
  test.each(breaches)("and a breach in $path is seen", (breach) => {
    expect(offences([breach])).not.toEqual([])
  })
})

describe("the top of the house", () => {
  test("holds what the plan says, and nothing else", () => {
    const allowed = [
      "apps",
      "packages",
      "db",
      "scripts",
      "node_modules",
      "README.md",
      "LICENSE",
      "package.json",
      "bun.lock",
      "bunfig.toml",
    ]
    const strange = topLevel().filter((name) => !name.startsWith(".") && !allowed.includes(name))
    expect(strange).toEqual([])
  })
})
