import { join, resolve } from "node:path"
import { Problem } from "./problem.ts"

export const ROOT = resolve(import.meta.dir, "../..")

export type Settings = {
  port: number
  databaseUrl: string | undefined
  redisUrl: string | undefined
  authSecret: string | undefined
  /** Absolute: where private stores keep their data. */
  data: string
}

export function readSettings(): Settings {
  return {
    port: portOf(process.env["PORT"] || "3000"),
    databaseUrl: process.env["DATABASE_URL"] || undefined,
    redisUrl: process.env["REDIS_URL"] || undefined,
    authSecret: process.env["AUTH_SECRET"] || undefined,
    data: resolve(process.env["PODO_DATA"] || join(ROOT, ".podo")),
  }
}

function portOf(value: string) {
  const port = Number(value)
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port
  throw new Problem(`PORT is "${value}": it must be a whole number from 1 to 65535.`)
}

/** A path as the person wrote it who called: ./scripts/podo itself works from the top of the project. */
export function pathOf(written: string): string {
  return resolve(process.env["PODO_CALLED_FROM"] || ".", written)
}

export type Environment = Record<string, string | undefined>

/** The environment of a child process: our own, with some settings decided here. */
export function environmentWith(decided: Record<string, string>): Environment {
  return { ...process.env, ...decided }
}

/** Servers live in sbin folders, which are not on the PATH of ordinary users. */
export function searchPath() {
  return `${process.env["PATH"] ?? ""}:/usr/local/sbin:/usr/sbin:/sbin`
}

export function isRoot() {
  return process.getuid?.() === 0
}

/** Of what a test run is told by whoever started it. */
export function readTestSettings() {
  return {
    wantsStores: process.env["PODO_STORES"] !== "none",
    databaseUrl: process.env["DATABASE_URL"] || undefined,
    alreadyGiven: Boolean(process.env["PODO_TEST_DATABASE_URL"]),
    stores: process.env["PODO_TEST_STORES"],
    /** Counted from 1; one when the files run in turn. */
    worker: Number(process.env["JEST_WORKER_ID"] || "1"),
  }
}

export function setTestStores({
  databaseUrl,
  redisUrl,
}: {
  databaseUrl: string
  redisUrl: string
}) {
  process.env["PODO_TEST_DATABASE_URL"] = databaseUrl
  process.env["PODO_TEST_REDIS_URL"] = redisUrl
}

export function isProduction() {
  return process.env["NODE_ENV"] === "production"
}

/** The stores of this test run: given to it, or started for it. */
export function testStoreUrls() {
  const databaseUrl = process.env["PODO_TEST_DATABASE_URL"]
  const redisUrl = process.env["PODO_TEST_REDIS_URL"]
  if (!databaseUrl || !redisUrl) throw new Problem("There are no test stores: run ./scripts/test.")
  return { databaseUrl, redisUrl }
}
