const DUPLICATE = 1062
const DEADLOCK = 1213
const LOCK_WAIT = 1205
const CHECK_FAILED = [3819, 4025]

// Error numbers are the same on MySQL and MariaDB where names and messages are not.
const errnoOf = (error: unknown) =>
  error instanceof Error && "errno" in error && typeof error.errno === "number" ? error.errno : 0

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : ""

export const isDuplicate = (error: unknown) => errnoOf(error) === DUPLICATE

export const isCheckFailed = (error: unknown) => CHECK_FAILED.includes(errnoOf(error))

/** The server gave this transaction up for another's sake: running it again is the cure. */
export const isRetryable = (error: unknown) => [DEADLOCK, LOCK_WAIT].includes(errnoOf(error))

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
])

/** Whether MySQL could not be asked, as opposed to having answered with an error. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    awayCodes.has(codeOf(error)) ||
    error.message.includes("Can't add new command when connection is in closed state") ||
    error.message.includes("Server has gone away")
  )
}
