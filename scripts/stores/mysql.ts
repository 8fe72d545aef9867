import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { createConnection } from "mysql2/promise"
import { isRoot, searchPath } from "../run/env.ts"
import { keptPort } from "../run/ports.ts"
import { Problem } from "../run/problem.ts"
import { becomesReady, spawnServer, type Program } from "../run/programs.ts"
import { isCareless, keptPassword, lastLines, stopLeftover, type StoreFolder } from "./folder.ts"

export type MysqlServer = { path: string; flavour: "mariadb" | "mysql" }

/** The first MySQL-compatible server on the PATH; of two, the one that already has data in this folder. */
export function findMysqlServer(data?: string): MysqlServer | undefined {
  const paths = searchPath()
    .split(":")
    .flatMap((folder) => ["mariadbd", "mysqld"].map((name) => Bun.which(name, { PATH: folder })))
    .filter((path) => path !== null)
    .map((path) => realpathSync(path))
  const servers = [...new Set(paths)].map((path) => ({ path, flavour: flavourOf(path) }))
  return servers.find(({ flavour }) => data && existsSync(join(data, flavour))) ?? servers[0]
}

function flavourOf(path: string): MysqlServer["flavour"] {
  const { stdout } = Bun.spawnSync([path, "--version"])
  return stdout.toString().includes("MariaDB") ? "mariadb" : "mysql"
}

/** A server of our own, on loopback, whose only user over the network has a password nobody else knows. */
export async function prepareMysql(server: MysqlServer, parent: StoreFolder) {
  const folder = join(parent.path, server.flavour)
  mkdirSync(join(folder, "tmp"), { recursive: true, mode: 0o700 })
  const port = keptPort(join(folder, "port"))
  const password = keptPassword(join(folder, "password"))
  if (!existsSync(join(folder, "data"))) await createData(server, folder)
  writeFileSync(join(folder, "init.sql"), accountsSql(password), { mode: 0o600 })

  const command = serverCommand(server, { folder, port, careless: isCareless(parent) })
  const url = `mysql://podo:${password}@127.0.0.1:${port}/podo`
  const program: Program = {
    name: server.flavour === "mariadb" ? "MariaDB" : "MySQL",
    start: async () => {
      await stopLeftover(join(folder, "server.pid"), join(folder, "data"))
      const running = spawnServer(command, parent.throwAway ? "KILL" : "TERM")
      if (await becomesReady(running, () => mysqlAnswers(url), 60_000)) return running
      await running.stop()
      throw new Problem(notStarted(server.path, join(folder, "server.log")))
    },
  }
  return { url, program }
}

export function notStarted(path: string, log: string) {
  return `${path} did not start. Its log is ${log} and ends with:\n${lastLines(log, 5)}`
}

/** Made under another name first: a data folder that exists is complete. */
async function createData(server: MysqlServer, folder: string) {
  const fresh = join(folder, "data.new")
  rmSync(fresh, { recursive: true, force: true })
  // The installer of MariaDB is a shell script that stumbles over spaces in a path, hence relative ones:
  // its data to this folder, and its temporary files to that data.
  const [program, ...how]: [string, ...string[]] =
    server.flavour === "mariadb"
      ? [installerOf(server), ...INSTALLER_FLAGS, "--datadir=./data.new", "--tmpdir=../tmp"]
      : [server.path, "--no-defaults", "--initialize-insecure", `--datadir=${fresh}`]
  const log = join(folder, "create.log")
  const output = openSync(log, "w", 0o600)
  const child = Bun.spawn([program, ...how, ...asRoot()], {
    cwd: folder,
    stdio: ["ignore", output, output],
  })
  const code = await child.exited
  closeSync(output)
  if (code !== 0) throw new Problem(notStarted(program, log))
  renameSync(fresh, join(folder, "data"))
}

const INSTALLER_FLAGS = [
  "--no-defaults",
  "--auth-root-authentication-method=normal",
  "--skip-test-db",
]

function installerOf(server: MysqlServer) {
  const installer =
    Bun.which("mariadb-install-db", { PATH: searchPath() }) ??
    Bun.which("mysql_install_db", { PATH: searchPath() })
  if (installer) return installer
  throw new Problem(
    `${server.path} is here, but mariadb-install-db is not: install the whole MariaDB server package.`,
  )
}

/** Runs inside the server before it listens. Root remains only for those who can open the socket in our own folder. */
function accountsSql(password: string) {
  return [
    "CREATE DATABASE IF NOT EXISTS podo;",
    `CREATE USER IF NOT EXISTS podo@'127.0.0.1' IDENTIFIED BY '${password}';`,
    "GRANT ALL PRIVILEGES ON *.* TO podo@'127.0.0.1';",
    "DROP USER IF EXISTS root@'127.0.0.1', root@'::1';",
    "",
  ].join("\n")
}

type Place = { folder: string; port: number; careless: boolean }

function serverCommand(server: MysqlServer, { folder, port, careless }: Place) {
  return [
    server.path,
    "--no-defaults",
    ...asRoot(),
    `--datadir=${join(folder, "data")}`,
    // A server that starts clears its folder for temporary files, and would clear another's in a shared one.
    `--tmpdir=${join(folder, "tmp")}`,
    `--init-file=${join(folder, "init.sql")}`,
    `--pid-file=${join(folder, "server.pid")}`,
    `--log-error=${join(folder, "server.log")}`,
    // Relative to the data, for the path of a socket must be shorter than 108 bytes and projects may live deep.
    "--socket=server.sock",
    "--skip-name-resolve",
    `--port=${port}`,
    "--bind-address=127.0.0.1",
    "--max-connections=500",
    "--character-set-server=utf8mb4",
    ...(server.flavour === "mysql" ? ["--mysqlx=OFF", "--skip-log-bin"] : []),
    ...(careless ? CARELESS : []),
  ]
}

const CARELESS = [
  "--innodb-flush-log-at-trx-commit=0",
  "--innodb-doublewrite=OFF",
  "--innodb-flush-method=nosync",
]

/** The server refuses to run as root unless it is told to. */
function asRoot() {
  return isRoot() ? ["--user=root"] : []
}

async function mysqlAnswers(url: string) {
  try {
    const connection = await createConnection({ uri: url, connectTimeout: 5000 })
    connection.destroy()
    return true
  } catch {
    return false
  }
}
