import { dirname, join } from "node:path"
import type { Rule, SourceFile } from "./source-files.ts"

const TOPS = ["apps", "packages", "db", "scripts"]

/** The folders directly below some folder that hold anything that we wrote. */
function foldersIn(top: string, files: SourceFile[]): string[] {
  const names = files.flatMap(({ path }) => {
    const [first, second, ...rest] = path.split("/")
    return first === top && second && rest.length > 0 ? [second] : []
  })
  return [...new Set(names)].toSorted()
}

export const readmesNameFolders: Rule = {
  name: "the README of a top folder names each of its folders",
  offences: (files) =>
    TOPS.flatMap((top) => {
      const readme = files.find(({ path }) => path === `${top}/README.md`)
      return foldersIn(top, files)
        .filter((folder) => !readme?.text.includes(`](${folder})`))
        .map((folder) => `${top}/README.md does not link ${folder}`)
    }),
  breaches: [{ path: "packages/x/package.json", text: "{}" }],
}

const LINK = /\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|srcset|href)="([^"#]+)"/g
const IS_ADDRESS = /^[a-z]+:/

export const linksLead: Rule = {
  name: "a link in a text leads to a file or a folder",
  offences: (files) => {
    const paths = files.map(({ path }) => path)
    const isThere = (path: string) =>
      paths.some((known) => known === path || known.startsWith(`${path.replace(/\/$/, "")}/`))
    return files
      .filter(({ path }) => path.endsWith(".md"))
      .flatMap(({ path, text }) =>
        [...text.matchAll(LINK)]
          .map(([, link, source]) => link ?? source ?? "")
          .filter((link) => !IS_ADDRESS.test(link) && !isThere(join(dirname(path), link)))
          .map((link) => `${path} links ${link}`),
      )
  },
  breaches: [{ path: "README.md", text: "See [the claim](packages/seating/nowhere.lua)." }],
}
