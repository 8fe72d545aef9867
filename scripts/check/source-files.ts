import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Glob } from "bun"
import { ROOT } from "../run/env.ts"

/** A file of this repository; the path is relative to its top, with slashes. */
export type SourceFile = { path: string; text: string }

/** A rule names what breaks it, and shows that it can: each file of `breaches`, alone, must be caught. */
export type Rule = {
  name: string
  offences: (files: SourceFile[]) => string[]
  breaches: SourceFile[]
}

const NOT_OURS = /(^|\/)(node_modules|dist|\.git|\.podo)\//
const READABLE = /\.(tsx?|lua|sql|json|html|css|svg|sh|ya?ml|toml|md|lock)$|^scripts\/\w+$|^\.ci\//

/** Everything that people wrote here, and the lock file. Of pictures and the like there is only the path. */
export function readHouse(): SourceFile[] {
  return [...new Glob("**/*").scanSync({ cwd: ROOT, dot: true })]
    .filter((path) => !NOT_OURS.test(`/${path}`))
    .map((path) => ({
      path,
      text: READABLE.test(path) ? readFileSync(join(ROOT, path), "utf8") : "",
    }))
}

/** The names at the top, folders too. */
export function topLevel() {
  return readdirSync(ROOT)
}

/** One offence for each line that matches, unless the file may. */
export function linesMatching(files: SourceFile[], pattern: RegExp) {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  )
}

export function isCode({ path }: SourceFile) {
  return /\.tsx?$/.test(path)
}

export function isTest({ path }: SourceFile) {
  return /\.test\.tsx?$/.test(path)
}
