import { dirname, join } from "node:path"
import { isCode, isTest, type Rule, type SourceFile } from "./source-files.ts"

// Knowledge flows one way: a package may use those of the lines above its own.
const LAYERS = [
  ["contract"],
  ["words", "redis", "db", "mail"],
  ["stores", "jobs"],
  ["posters"],
  ["catalog", "accounts"],
  ["seating"],
  ["waiting-room"],
  ["booking"],
  ["chat", "notifications"],
  ["desk", "live"],
  ["api", "web", "worker"],
  ["scripts"],
]

function layerOf(name: string) {
  return LAYERS.findIndex((names) => names.includes(name))
}

/** packages/seating/src/holds.ts is in "seating", db/connection/connect.ts in "db". */
function packageOf(path: string) {
  return /^(?:apps|packages)\/([^/]+)\//.exec(path)?.[1] ?? /^(db|scripts)\//.exec(path)?.[1]
}

function folderOf(name: string) {
  if (name === "db" || name === "scripts") return name
  return layerOf(name) === layerOf("api") ? `apps/${name}` : `packages/${name}`
}

type Import = { from: string; typeOnly: boolean }

const IMPORT =
  /(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|import\s+"([^"]+)"|import\("([^"]+)"\)/g

function importsOf({ text }: SourceFile): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, bare, dynamic]) => ({
    from: from ?? bare ?? dynamic ?? "",
    typeOnly: type !== undefined,
  }))
}

function packageNamed(name: string) {
  return /^@podo\/([^/]+)/.exec(name)?.[1]
}

/** The router's type is how the page knows the API; it leaves nothing in the bundle. */
function isRouterType(name: string, { from, typeOnly }: Import) {
  return name === "web" && from === "@podo/api/router" && typeOnly
}

function wrongWay(name: string, used: string) {
  return used !== name && layerOf(used) >= layerOf(name)
}

export const oneWay: Rule = {
  name: "a package uses only packages below it",
  offences: (files) => [
    ...files.filter(isCode).flatMap((file) => {
      const name = packageOf(file.path)
      if (!name) return []
      return importsOf(file)
        .filter(
          (used) => !isRouterType(name, used) && wrongWay(name, packageNamed(used.from) ?? name),
        )
        .map(({ from }) => `${file.path} imports ${from}`)
    }),
    ...files.filter(isManifest).flatMap(({ path, text }) => {
      const name = packageOf(path) ?? ""
      return Object.keys(JSON.parse(text).dependencies ?? {})
        .filter((used) => wrongWay(name, packageNamed(used) ?? name))
        .map((used) => `${path} depends on ${used}`)
    }),
  ],
  breaches: [
    {
      path: "packages/seating/src/x.ts",
      text: 'import { confirm } from "@podo/booking/confirm-booking"',
    },
    { path: "packages/catalog/src/x.ts", text: 'import { me } from "@podo/accounts/me"' },
    { path: "db/x.ts", text: 'const x = await import("@podo/catalog/list-events")' },
    { path: "packages/redis/package.json", text: '{"dependencies":{"@podo/db":"workspace:*"}}' },
  ],
}

function isManifest({ path }: SourceFile) {
  return path.endsWith("/package.json")
}

export const knownPackages: Rule = {
  name: "each package has a place in the order",
  offences: (files) =>
    files
      .filter(isManifest)
      .map(({ path }) => ({ path, name: packageOf(path) ?? "" }))
      .filter(({ path, name }) => layerOf(name) < 0 || `${folderOf(name)}/package.json` !== path)
      .map(({ path }) => `${path} is no package of ours`),
  breaches: [
    { path: "packages/tickets/package.json", text: "{}" },
    { path: "apps/seating/package.json", text: "{}" },
  ],
}

export const frontDoors: Rule = {
  name: "a package is entered by its front door, never by a path",
  offences: (files) =>
    files.filter(isCode).flatMap((file) => {
      const name = packageOf(file.path)
      if (!name || name === "scripts") return []
      return importsOf(file)
        .filter(({ from }) => from.startsWith("."))
        .filter(({ from }) => !join(dirname(file.path), from).startsWith(`${folderOf(name)}/`))
        .map(({ from }) => `${file.path} imports ${from}`)
    }),
  breaches: [
    { path: "packages/booking/src/x.ts", text: 'import { x } from "../../seating/src/holds.ts"' },
  ],
}

export const lightBrowser: Rule = {
  name: "the browser carries only the contract and the words",
  offences: (files) =>
    files
      .filter((file) => file.path.startsWith("apps/web/src/") && isCode(file) && !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((used) => !isRouterType("web", used))
          .filter(({ from }) => !["contract", "words", undefined].includes(packageNamed(from)))
          .map(({ from }) => `${file.path} imports ${from}`),
      ),
  breaches: [
    { path: "apps/web/src/x.ts", text: 'import { db } from "@podo/db/connect"' },
    { path: "apps/web/src/x.ts", text: 'import { type Router } from "@podo/api/router"' },
  ],
}
