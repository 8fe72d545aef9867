import lineMinutesLua from "./line-minutes.lua" with { type: "text" }
import roomLua from "./room.lua" with { type: "text" }
import standingLua from "./standing.lua" with { type: "text" }

/** Shared Lua, by the names under which scripts include it, beside that of seating. */
export const roomFragments = {
  "line-minutes": lineMinutesLua,
  room: roomLua,
  standing: standingLua,
} as const
