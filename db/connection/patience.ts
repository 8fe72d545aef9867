/** How long one waits for MySQL at most. */
export type Patience = {
  /** Until it is one's turn to have a connection. */
  turnMs: number
  /** With the connection: for a statement, or for a whole transaction. */
  lendMs: number
  /** For an answer, before one asks whether the server answers anybody. */
  suspectMs: number
  /** In one statement for a lock that another transaction has. */
  lockWaitSeconds: number
  /** So many may wait for their turn. */
  waitingMax: number
}

/** Somebody waits for the answer: an early "try again" is better than a late one. */
export const forRequests: Patience = {
  turnMs: 2_000,
  lendMs: 5_000,
  suspectMs: 1_500,
  lockWaitSeconds: 2,
  waitingMax: 1_000,
}

/** The work has no caller who waits, but the next round does. */
export const forRounds: Patience = {
  turnMs: 10_000,
  lendMs: 60_000,
  suspectMs: 5_000,
  lockWaitSeconds: 10,
  waitingMax: 10_000,
}

/** Migrations, seeds and exports take as long as they take. */
export const forTools: Patience = {
  turnMs: 60_000,
  lendMs: 24 * 3_600_000,
  suspectMs: 60_000,
  lockWaitSeconds: 10,
  waitingMax: 100_000,
}
