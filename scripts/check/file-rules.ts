import { isCode, linesMatching, type Rule } from "./source-files.ts"

const JUNK =
  /(^|\/)(utils?|helpers?|common|shared|libs?|types?|constants?|services?|managers?|misc)(\.|\/)/

export const noJunkDrawers: Rule = {
  name: "no folder or file is named for a kind",
  offences: (files) => files.map(({ path }) => path).filter((path) => JUNK.test(path)),
  breaches: [
    { path: "packages/seating/src/utils.ts", text: "" },
    { path: "apps/web/src/lib/money.ts", text: "" },
    { path: "packages/booking/src/types.test.ts", text: "" },
  ],
}

export const noBarrels: Rule = {
  name: "no index.ts gathers what others wrote",
  offences: (files) =>
    files.map(({ path }) => path).filter((path) => /(^|\/)index\.tsx?$/.test(path)),
  breaches: [{ path: "packages/seating/src/index.ts", text: "" }],
}

const LINES_MAX = 300

export const shortFiles: Rule = {
  name: `no file is longer than ${LINES_MAX} lines`,
  offences: (files) =>
    files
      .filter((file) => isCode(file) || file.path.endsWith(".lua"))
      .filter(({ text }) => !text.startsWith("// Generated "))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > LINES_MAX)
      .map(({ path, lines }) => `${path} has ${lines} lines`),
  breaches: [{ path: "packages/seating/src/x.lua", text: "return 1\n".repeat(LINES_MAX + 1) }],
}

export const luaContracts: Rule = {
  name: "each Lua file states KEYS, ARGV and Reply, or that it is a Fragment",
  offences: (files) =>
    files
      .filter(({ path }) => path.endsWith(".lua"))
      .flatMap(({ path, text }) => {
        const header = /^(--.*\n)*/.exec(text)?.[0] ?? ""
        if (/\bFragment\b/.test(header)) return []
        return ["KEYS", "ARGV", "Reply"]
          .filter((word) => !new RegExp(`^-- ${word}\\b`, "m").test(header))
          .map((word) => `${path} does not state ${word}`)
      }),
  breaches: [
    {
      path: "packages/seating/src/x.lua",
      text: "-- Gives it back.\n--\n-- KEYS[1]  holds\n-- ARGV[1]  hold id\n\nreturn 1\n",
    },
  ],
}

const MIGRATION = /^db\/migrations\/(.*)$/

export const numberedMigrations: Rule = {
  name: "migrations are numbered without gaps",
  offences: (files) =>
    files
      .flatMap(({ path }) => MIGRATION.exec(path)?.[1] ?? [])
      .toSorted()
      .filter((name, at) => {
        const number = String(at + 1).padStart(4, "0")
        return !new RegExp(`^${number}-[a-z0-9-]+\\.sql$`).test(name)
      }),
  breaches: [
    { path: "db/migrations/0002-users.sql", text: "" },
    { path: "db/migrations/1-users.sql", text: "" },
  ],
}

export const oneStatement: Rule = {
  name: "a migration is its reason and one statement",
  offences: (files) =>
    files
      .filter(({ path }) => MIGRATION.test(path))
      .flatMap(({ path, text }) => {
        const statements = text
          .replaceAll(/'(?:[^'\\]|\\.|'')*'|--.*$/gm, "")
          .split(";")
          .filter((part) => part.trim() !== "")
        return [
          ...(statements.length === 1 ? [] : [`${path} holds ${statements.length} statements`]),
          ...(text.startsWith("-- ") ? [] : [`${path} does not begin with its reason`]),
        ]
      }),
  breaches: [
    { path: "db/migrations/0001-x.sql", text: "-- Why.\nCREATE TABLE a (b INT);\nDROP TABLE c;" },
    { path: "db/migrations/0001-x.sql", text: "CREATE TABLE a (b INT);" },
  ],
}

export const lockWithoutHosts: Rule = {
  name: "bun.lock names no host",
  offences: (files) =>
    linesMatching(
      files.filter(({ path }) => path === "bun.lock"),
      /https?:\/\//,
    ),
  breaches: [{ path: "bun.lock", text: '["zod@4.6.7", "https://packages.example/zod.tgz"]' }],
}
