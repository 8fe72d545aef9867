/** The state of an organizer's waiting room at this moment. */
export type RoomNow =
  /** Redis is away: who waits is unknown. */
  | "away"
  /** The lobby opens later. */
  | "before"
  | "lobby"
  /** The lobby is open, and the opening of the sale will admit nobody yet. */
  | "paused-lobby"
  | "letting-in"
  | "paused"
  /** Nothing is to be had, and people stay for what comes back. */
  | "keeping"
  | "sold-out"
  | "over"
