import { dirname, join } from "node:path"
import type { Rule, SourceFile } from "./source-files.ts"

const IMPORT = /(?:import|export)\s[^"';]*?from\s+"([^"]+)"|import\s+"([^"]+)"|import\("([^"]+)"\)/g
const INCLUDE = /^--- @include "([^"]+)"/gm

/** Which files a file uses: imports of values and of types, and what a Lua script includes. */
function usesOf(files: SourceFile[]): Map<string, string[]> {
  const paths = new Set(files.map(({ path }) => path))
  const frontDoors = frontDoorsOf(files)
  const resolve = (from: string, name: string) =>
    name.startsWith(".") ? join(dirname(from), name) : frontDoors.get(name)
  return new Map(
    files.map(({ path, text }) => {
      const used = path.endsWith(".lua")
        ? [...text.matchAll(INCLUDE)].map(([, name]) => join(dirname(path), `${name}.lua`))
        : [...text.matchAll(IMPORT)].map(([, from, bare, dynamic]) =>
            resolve(path, from ?? bare ?? dynamic ?? ""),
          )
      return [path, used.filter((other): other is string => paths.has(other ?? ""))]
    }),
  )
}

/** The files behind what packages export, by the names that importers write. */
function frontDoorsOf(files: SourceFile[]): Map<string, string> {
  return new Map(
    files
      .filter(({ path }) => path.endsWith("/package.json"))
      .flatMap(({ path, text }) => {
        const { name, exports = {} } = JSON.parse(text) as {
          name?: string
          exports?: Record<string, string>
        }
        return Object.entries(exports).map(
          ([door, file]) => [join(name ?? "", door), join(dirname(path), file)] as const,
        )
      }),
  )
}

/**
 * The circles of a graph: its strongly connected components of more than one file, and files that use themselves.
 * Tarjan, "Depth-first search and linear graph algorithms", 1972.
 */
function circlesIn(uses: Map<string, string[]>): string[][] {
  const circles: string[][] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  function visit(file: string) {
    order.set(file, order.size)
    lowest.set(file, order.size - 1)
    path.push(file)
    for (const used of uses.get(file) ?? []) {
      if (!order.has(used)) visit(used)
      if (path.includes(used)) lowest.set(file, Math.min(low(file), low(used)))
    }
    if (low(file) !== order.get(file)) return
    const circle = path.splice(path.indexOf(file))
    if (circle.length > 1 || uses.get(file)?.includes(file)) circles.push(circle.toSorted())
  }
  const low = (file: string) => lowest.get(file) ?? 0
  for (const file of uses.keys()) if (!order.has(file)) visit(file)
  return circles
}

export const noCircles: Rule = {
  name: "no files use each other in a circle, type imports included",
  offences: (files) => circlesIn(usesOf(files)).map((circle) => circle.join(" ⇄ ")),
  breaches: [{ path: "packages/seating/src/x.ts", text: 'import type { X } from "./x.ts"' }],
}
