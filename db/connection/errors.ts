const DUPLICATE = 1062
const DEADLOCK = 1213
const LOCK_WAIT = 1205
const ORPHAN = 1452
const CHECK_FAILED = [3819, 4025]
const NULL_REFUSED = 1048

// Error numbers are the same on MySQL and MariaDB where names and messages are not.
const errnoOf = (error: unknown) =>
  error instanceof Error && "errno" in error && typeof error.errno === "number" ? error.errno : 0

export const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""

export const isDuplicate = (error: unknown) => errnoOf(error) === DUPLICATE

/** A row that this one refers to is gone. */
export const isOrphan = (error: unknown) => errnoOf(error) === ORPHAN

/** A value is missing where there must be one. */
export const isNullRefused = (error: unknown) => errnoOf(error) === NULL_REFUSED

export const isCheckFailed = (error: unknown) => CHECK_FAILED.includes(errnoOf(error))

export const isDeadlock = (error: unknown) => errnoOf(error) === DEADLOCK

export const isLockWait = (error: unknown) => errnoOf(error) === LOCK_WAIT

/** The server gave this transaction up for another's sake: running it again is the cure. */
export const isRetryable = (error: unknown) => isDeadlock(error) || isLockWait(error)

const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "PROTOCOL_CONNECTION_LOST",
  "PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR",
  "ER_SERVER_SHUTDOWN",
  "ER_CON_COUNT_ERROR",
  "ER_OPTION_PREVENTS_STATEMENT",
  "ER_CONNECTION_KILLED",
  "ER_HOST_IS_BLOCKED",
  "ER_NORMAL_SHUTDOWN",
  "ER_READ_ONLY_MODE",
  "ER_TOO_MANY_USER_CONNECTIONS",
  "EHOSTUNREACH",
  "ENOTFOUND",
])

/** A wait for MySQL has come to its end, and nobody knows what became of what was asked. */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway"
}

/** Whether MySQL cannot do its work now, as opposed to having been asked something wrong. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    error instanceof DatabaseAway ||
    awayCodes.has(codeOf(error)) ||
    isRetryable(error) ||
    error.message.includes("Can't add new command when connection is in closed state") ||
    error.message.includes("Server has gone away")
  )
}

/**
 * The facts of an error that a log may know. The message and the statement of a failed query carry the values that
 * were in it: names, e-mails, tokens.
 */
export function loggableError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const isOfDatabase = errnoOf(error) !== 0 || "sql" in error
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "))
  return {
    type: error.name,
    code: codeOf(error) || undefined,
    errno: errnoOf(error) || undefined,
    message: isOfDatabase ? undefined : error.message,
    stack: frames?.join("\n"),
  }
}
