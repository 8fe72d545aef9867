import { dirname, join } from "node:path"
import { isCode, isTest, type Rule, type SourceFile } from "./source-files.ts"

type Folders = {
  /** Where the folders are. */
  root: string
  /** Which of the others each folder may use. Files beside them may use all. */
  mayUse: Record<string, string[]>
}

const FOLDERS: Folders[] = [
  {
    root: "apps/web/src",
    mayUse: { app: [], map: ["app"], fan: ["app", "map"], desk: ["app", "map"] },
  },
  {
    root: "apps/api/src",
    mayUse: {
      observability: [],
      routers: [],
      edge: ["observability"],
      live: ["observability"],
      google: ["edge"],
      "no-script": ["observability"],
      pages: ["no-script"],
    },
  },
  {
    root: "packages/desk/src",
    mayUse: {
      history: [],
      halls: ["history"],
      events: ["history", "halls", "performances"],
      performances: ["history", "halls", "events", "sale"],
      sale: ["history", "events", "performances"],
      room: ["history", "events", "performances"],
    },
  },
  {
    root: "db",
    mayUse: {
      connection: ["schema"],
      outbox: ["connection"],
      schema: ["connection", "outbox"],
      seed: ["connection", "schema"],
    },
  },
  {
    root: "scripts",
    mayUse: {
      run: ["stores", "operate"],
      stores: ["run"],
      // Its list of commands names those of the others.
      operate: ["run", "bench", "check", "crowd", "e2e"],
      crowd: ["run", "stores", "operate"],
      e2e: ["run", "stores", "operate", "crowd"],
      bench: ["run", "stores", "operate", "crowd", "e2e"],
      chaos: ["run", "stores", "operate"],
      check: ["run", "stores", "e2e"],
    },
  },
]

const IMPORT = /(?:from|import)\s*\(?"(\.[^"]+)"/g

const isForTests = (file: SourceFile) => isTest(file) || /\/testing\//.test(file.path)

export const folderArrows: Rule = {
  name: "a folder uses only the folders that it may use",
  offences: (files) =>
    FOLDERS.flatMap(({ root, mayUse }) => {
      const folderOf = (path: string) => {
        const [folder = ""] = path.slice(root.length + 1).split("/")
        return path.startsWith(`${root}/`) && folder in mayUse ? folder : undefined
      }
      return files
        .filter((file) => isCode(file) && !isForTests(file))
        .flatMap(({ path, text }) => {
          const folder = folderOf(path)
          if (!folder) return []
          return [...text.matchAll(IMPORT)]
            .map(([, from = ""]) => folderOf(join(dirname(path), from)))
            .filter((used) => used && used !== folder && !mayUse[folder]?.includes(used))
            .map((used) => `${path} uses ${root}/${used}`)
        })
    }),
  breaches: [
    {
      path: "apps/web/src/app/x.ts",
      text: 'import { Booked } from "../fan/booking/booked.tsx"',
    },
    {
      path: "apps/web/src/fan/booking/x.tsx",
      text: 'const page = await import("../../desk/page.tsx")',
    },
    { path: "db/connection/x.ts", text: 'import { seed } from "../seed/seed.ts"' },
    { path: "scripts/run/x.ts", text: 'import { button } from "../e2e/browser.ts"' },
    {
      path: "apps/api/src/observability/x.ts",
      text: 'import type { X } from "../edge/body-limits.ts"',
    },
  ],
}
