import type { DeskRoom } from "@podo/contract/desk-room"
import type { Sale } from "@podo/contract/desk-sale"
import type { RoomNow } from "@podo/words/room-now"

/** A waiting room and the sale behind it. */
export type RoomOfSale = {
  sale: Sale
  desk: DeskRoom
  /** As it was when it was last known. */
  room: DeskRoom["room"]
}

export function roomNowOf({ room }: Pick<DeskRoom, "room">, nowMs: number): RoomNow {
  if (room === null) return "away"
  switch (room.phase) {
    case "closed":
      return Date.parse(room.lobbyOpensAt) > nowMs ? "before" : "over"
    case "lobby":
      return room.paused ? "paused-lobby" : "lobby"
    case "sold-out":
      return "sold-out"
    case "open":
      if (room.paused) return "paused"
      return room.left.some((places) => places > 0) ? "letting-in" : "keeping"
  }
}

/** Let in during the last minute that is over, and in the one that is under way. */
export function admittedLately({ minutes }: Pick<DeskRoom, "minutes">) {
  return { lastMinute: minutes.at(-2)?.admitted ?? 0, thisMinute: minutes.at(-1)?.admitted ?? 0 }
}

const POLL_MS = 2_500
const CALM_POLL_MS = 15_000

/** How long until the room is asked for again; false while it is off. */
export function roomPollMsOf(desk: DeskRoom | undefined): number | false {
  if (desk === undefined) return CALM_POLL_MS
  if (desk.terms === null) return false
  const phase = desk.room?.phase
  return phase === "closed" || phase === "sold-out" ? CALM_POLL_MS : POLL_MS
}
