-- Tells of a room what anybody may know.
--
-- KEYS[1]   sale
-- KEYS[2]   holds
-- KEYS[3]   due
-- KEYS[4]   room
-- KEYS[5]   line
-- KEYS[6]   pace
-- ARGV      none
-- Reply     { code: "ROOM", opensAt, lobbyOpensAt (ms), hasDraw, and all of LineFacts }, or NOT_LOADED,
--           ROOM_NOT_LOADED, NO_ROOM
--- @include "room"

local none = no_room()
if none then return none end

local now = now_ms()
local facts = facts_of(phase_at(now))
facts.code, facts.at, facts.hasDraw = 'ROOM', now, room.hasDraw == 1
facts.opensAt, facts.lobbyOpensAt = room.opensAt, room.lobbyOpensAt
return reply(facts)
