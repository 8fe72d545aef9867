import { describe, expect, test } from "bun:test"
import { noCircles } from "./circle-rules.ts"

describe("a circle of files", () => {
  test("is seen through packages' front doors, types and dynamic imports", () => {
    const offences = noCircles.offences([
      {
        path: "packages/a/package.json",
        text: '{"name":"@podo/a","exports":{"./x":"./src/x.ts"}}',
      },
      { path: "packages/a/src/x.ts", text: 'export type { Y } from "./y.ts"' },
      { path: "packages/a/src/y.ts", text: 'const z = await import("../../b/z.ts")' },
      { path: "packages/b/z.ts", text: 'import type { X } from "@podo/a/x"' },
      { path: "packages/b/leaf.ts", text: 'import { x } from "@podo/a/x"' },
    ])
    expect(offences).toEqual(["packages/a/src/x.ts ⇄ packages/a/src/y.ts ⇄ packages/b/z.ts"])
  })

  test("is seen among Lua fragments", () => {
    const offences = noCircles.offences([
      { path: "a/one.lua", text: '--- @include "two"\n' },
      { path: "a/two.lua", text: '-- Fragment\n--- @include "one"\n' },
    ])
    expect(offences).toEqual(["a/one.lua ⇄ a/two.lua"])
  })

  test("is none where two files use a third, or one uses another twice", () => {
    const offences = noCircles.offences([
      { path: "a/one.ts", text: 'import "./three.ts"\nimport type { T } from "./three.ts"' },
      { path: "a/two.ts", text: 'import "./three.ts"\nimport { one } from "./one.ts"' },
      { path: "a/three.ts", text: "export type T = 1" },
    ])
    expect(offences).toEqual([])
  })
})
