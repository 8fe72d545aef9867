import { dirname, join } from "node:path"
import { isCode, isTest, type Rule, type SourceFile } from "./source-files.ts"

// Knowledge flows one way: a room may use the rooms of the lines above its own.
const LAYERS = [
  ["contract"],
  ["redis", "db", "mail"],
  ["stores"],
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

function layerOf(room: string) {
  return LAYERS.findIndex((rooms) => rooms.includes(room))
}

/** packages/seating/src/holds.ts is in "seating", db/connection/connect.ts in "db". */
function roomOf(path: string) {
  return /^(?:apps|packages)\/([^/]+)\//.exec(path)?.[1] ?? /^(db|scripts)\//.exec(path)?.[1]
}

function folderOf(room: string) {
  if (room === "db" || room === "scripts") return room
  return layerOf(room) === layerOf("api") ? `apps/${room}` : `packages/${room}`
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

function ourRoom(name: string) {
  return /^@podo\/([^/]+)/.exec(name)?.[1]
}

/** The router's type is how the page knows the API; it leaves nothing in the bundle. */
function isRouterType(room: string, { from, typeOnly }: Import) {
  return room === "web" && from === "@podo/api/router" && typeOnly
}

function wrongWay(room: string, used: string) {
  return used !== room && layerOf(used) >= layerOf(room)
}

export const oneWay: Rule = {
  name: "a room uses only rooms above it",
  offences: (files) => [
    ...files.filter(isCode).flatMap((file) => {
      const room = roomOf(file.path)
      if (!room) return []
      return importsOf(file)
        .filter((used) => !isRouterType(room, used) && wrongWay(room, ourRoom(used.from) ?? room))
        .map(({ from }) => `${file.path} imports ${from}`)
    }),
    ...files.filter(isManifest).flatMap(({ path, text }) => {
      const room = roomOf(path) ?? ""
      return Object.keys(JSON.parse(text).dependencies ?? {})
        .filter((name) => wrongWay(room, ourRoom(name) ?? room))
        .map((name) => `${path} depends on ${name}`)
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

export const knownRooms: Rule = {
  name: "each room has a place in the order",
  offences: (files) =>
    files
      .filter(isManifest)
      .map(({ path }) => ({ path, room: roomOf(path) ?? "" }))
      .filter(({ path, room }) => layerOf(room) < 0 || `${folderOf(room)}/package.json` !== path)
      .map(({ path }) => `${path} is no room of ours`),
  breaches: [
    { path: "packages/tickets/package.json", text: "{}" },
    { path: "apps/seating/package.json", text: "{}" },
  ],
}

export const frontDoors: Rule = {
  name: "a room is entered by its front door, never by a path",
  offences: (files) =>
    files.filter(isCode).flatMap((file) => {
      const room = roomOf(file.path)
      if (!room || room === "scripts") return []
      return importsOf(file)
        .filter(({ from }) => from.startsWith("."))
        .filter(({ from }) => !join(dirname(file.path), from).startsWith(`${folderOf(room)}/`))
        .map(({ from }) => `${file.path} imports ${from}`)
    }),
  breaches: [
    { path: "packages/booking/src/x.ts", text: 'import { x } from "../../seating/src/holds.ts"' },
  ],
}

export const lightBrowser: Rule = {
  name: "the browser carries only the contract",
  offences: (files) =>
    files
      .filter((file) => file.path.startsWith("apps/web/src/") && isCode(file) && !isTest(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((used) => !isRouterType("web", used))
          .filter(({ from }) => ourRoom(from) && ourRoom(from) !== "contract")
          .map(({ from }) => `${file.path} imports ${from}`),
      ),
  breaches: [
    { path: "apps/web/src/x.ts", text: 'import { db } from "@podo/db/connect"' },
    { path: "apps/web/src/x.ts", text: 'import { type Router } from "@podo/api/router"' },
  ],
}
