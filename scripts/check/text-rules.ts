import { isCode, isTest, linesMatching, type Rule, type SourceFile } from "./source-files.ts"

/** The rules themselves spell out what they forbid. */
function isRule({ path }: SourceFile) {
  return /^scripts\/check\/[\w-]+-rules(\.test)?\.ts$/.test(path)
}

function inCode(pattern: RegExp, may: (file: SourceFile) => boolean) {
  return (files: SourceFile[]) =>
    linesMatching(
      files.filter((file) => isCode(file) && !isRule(file) && !may(file)),
      pattern,
    )
}

export const noSleepingTests: Rule = {
  name: "no test sleeps",
  offences: (files) =>
    linesMatching(
      files.filter((file) => isTest(file)),
      /\bsleep(Sync)?\(|\bsetTimeout\(|\bwaitForTimeout\(/,
    ),
  breaches: [
    { path: "packages/seating/src/x.test.ts", text: "await Bun.sleep(10)" },
    { path: "packages/seating/src/x.test.ts", text: "await new Promise((r) => setTimeout(r, 9))" },
  ],
}

export const noTestLeftOut: Rule = {
  name: "no test is left out or alone",
  offences: (files) =>
    linesMatching(
      files.filter((file) => isTest(file)),
      /\b(test|describe|it)\.(only|skip|todo|skipIf|todoIf|if)\b/,
    ),
  breaches: [
    { path: "apps/web/src/x.test.ts", text: 'test.only("one", () => {})' },
    { path: "apps/web/src/x.test.ts", text: 'test.skipIf(!chromium)("one", () => {})' },
  ],
}

// Programs of one file, which have no other place to read their settings.
const ENV_READERS = new Set([
  "db/testing/testing.ts",
  "packages/redis/src/testing/testing.ts",
  "apps/web/build.ts",
])

export const settingsInOnePlace: Rule = {
  name: "only env.ts reads the environment",
  offences: inCode(
    // SEED=… bun test replays a simulation, and means nothing outside its own test.
    /\b(process|Bun|import\.meta)\.env\b(?!\.SEED\b|\["SEED"\])/,
    ({ path }) => /(^|\/)env\.ts$/.test(path) || ENV_READERS.has(path),
  ),
  breaches: [
    { path: "apps/api/src/x.ts", text: "const port = process.env.PORT" },
    { path: "apps/api/src/x.ts", text: "const port = Bun.env.PORT" },
  ],
}

export const sqlInQueries: Rule = {
  name: "SQL is written in queries, migrations and db only",
  offences: inCode(
    /\bsql(\.raw\(|<.*>)?`|\.(selectFrom|insertInto|replaceInto|updateTable|deleteFrom)\(/,
    (file) => file.path.startsWith("db/") || file.path.endsWith(".queries.ts") || isTest(file),
  ),
  breaches: [
    { path: "packages/booking/src/x.ts", text: 'await db.selectFrom("booking").execute()' },
    { path: "packages/booking/src/x.ts", text: "await sql<number>`SELECT 1`.execute(db)" },
  ],
}

export const noMachinePaths: Rule = {
  name: "no path of somebody's machine is written down",
  offences: (files) =>
    linesMatching(
      files.filter((file) => !isRule(file)),
      /(^|[^\w.-])\/(work|root|home\/\w+|Users\/\w+)\//,
    ),
  breaches: [
    { path: "README.md", text: "cd /home/ada/podo" },
    { path: "scripts/x.ts", text: 'const root = "/root/podo"' },
  ],
}

// Namespaces and licences are names, not places, and Google is at one address for everybody; the rest is this machine,
// or can belong to nobody.
const HOSTS_ALLOWED =
  /^(accounts\.google\.com|(oauth2|www)\.googleapis\.com|localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\]|www\.w3\.org|(.+\.)?example(\.(com|org|net))?|.+\.(test|invalid|localhost))$/

export const noHosts: Rule = {
  name: "no host is named but examples and this machine",
  offences: (files) =>
    files
      .filter((file) => !isRule(file))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\b[a-z]+:\/\/(?:[^\s/@"'`]*@)?([\w.-]*[a-z0-9]|\[[\w:]+\])/gi)]
          .map(([, host]) => host ?? "")
          .filter((host) => host.includes(".") && !HOSTS_ALLOWED.test(host))
          .map((host) => `${path} names ${host}`),
      ),
  breaches: [
    { path: "apps/web/src/x.ts", text: 'fetch("https://fonts.acme.io/x.css")' },
    { path: "README.md", text: "redis://user:secret@cache.acme.io:6379" },
  ],
}

export const nothingPutOff: Rule = {
  name: "nothing is put off in a comment",
  offences: (files) =>
    linesMatching(
      files.filter((file) => !isRule(file) && file.path !== "bun.lock"),
      /\b(TODO|FIXME|XXX|HACK)\b/,
    ),
  breaches: [{ path: "packages/seating/src/x.ts", text: "// TODO: make it right" }],
}

/** Words that have a name in the field, or mean several things; see "Words" in packages/README.md. */
const FORBIDDEN_WORDS: Record<string, string> = {
  bone: "skeleton",
  bones: "skeleton",
  deed: "action",
  deeds: "actions",
  gather: "coalesce",
  gathering: "coalescing",
  nobodys: "anonymous, unshared or ownerless",
  law: "source of truth",
  manager: "the thing that it does",
  util: "the thing that it does",
  entity: "its noun",
}

/** Names that packages of others give. */
const OTHERS = new Set(["createToastManager", "toastManager", "useToastManager"])

const wordsOf = (identifier: string) =>
  identifier
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split("_")

const TEXT_OR_COMMENT =
  /\/\*[\s\S]*?\*\/|\/\/.*$|--.*$|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/gm

export const glossary: Rule = {
  name: "identifiers are in the words of the glossary",
  offences: (files) =>
    files
      .filter((file) => (isCode(file) || file.path.endsWith(".lua")) && !isRule(file))
      .flatMap(({ path, text }) => {
        const identifiers = new Set(text.replaceAll(TEXT_OR_COMMENT, "").match(/[A-Za-z_]\w*/g))
        return [...identifiers, ...(path.split("/").at(-1)?.split(/[.-]/) ?? [])]
          .filter((identifier) => !OTHERS.has(identifier))
          .flatMap((identifier) =>
            wordsOf(identifier).flatMap((word) =>
              Object.hasOwn(FORBIDDEN_WORDS, word)
                ? `${path}: ${identifier} (say ${FORBIDDEN_WORDS[word]})`
                : [],
            ),
          )
      }),
  breaches: [
    { path: "packages/seating/src/x.ts", text: "export const isNobodys = true" },
    { path: "packages/seating/src/x.lua", text: "local function gather(groups) end" },
    { path: "apps/web/src/home-bones.tsx", text: "" },
  ],
}

const COMMENT_LINE = /^\s*(?:\/\/|\/\*\*?|\*|--) (.*)$/gm
const BEGINS_BADLY = /(?:^|[.:;!?] )(?:Whoever|Who|Nobody|What)\b/
const TEST_NAME = /\b(?:test|describe)(?:\.each\([^)]*\))?\(\s*["`](?:whoever|who|nobody|what)\b/gi

export const subjectsFirst: Rule = {
  name: "a sentence in a comment, and the name of a test, begins with its subject: not with who, what or nobody",
  offences: (files) =>
    files
      .filter((file) => (isCode(file) || file.path.endsWith(".lua")) && !isRule(file))
      .flatMap(({ path, text }) => [
        ...[...text.matchAll(COMMENT_LINE)]
          .filter(([, sentence = ""]) => BEGINS_BADLY.test(sentence))
          .map(([line]) => `${path} says "${line.trim()}"`),
        ...[...text.matchAll(TEST_NAME)].map(([line]) => `${path} has ${line}`),
      ]),
  breaches: [
    { path: "packages/seating/src/x.ts", text: "/** What is held of a performance. */" },
    {
      path: "packages/seating/src/x.lua",
      text: "-- A hold lapses. Whoever had it has it no more.",
    },
    { path: "packages/seating/src/x.test.ts", text: 'test("nobody waits", () => {})' },
  ],
}
