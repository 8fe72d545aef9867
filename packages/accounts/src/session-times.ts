/** A device stays signed in for seven days after it was last used. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60
export const SESSION_MS = SESSION_SECONDS * 1000
