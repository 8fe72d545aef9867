-- Fragment: what Redis knows of a performance, and the clock. Each script names the keys that it touches.
--
-- sale        hash: the terms, which are opensAt, closesAt (ms), limitPerUser, holdMs, currency, places, waitingRoom
--             (1 or 0), levels (each price once, from the lowest), areas (<area>:<first place>:<last>:<price> of each,
--             in their order) and the version of all these; open, how many places are open, and open:<area>, how many
--             of an area; and folded, see fold-feed.lua
-- places      one byte a place: . open, h held, b booked, x withheld
-- owner       hash: place → the hold or the booking that has it, "house", or "returning"
-- holds       hash: hold id → see holds.lua
-- users       hash: user → what they have, see users.lua
-- due         sorted set: what time will do, see due.lua
-- feed        stream, capped: each change of places, in order; its fields are states, each with the places that
--             changed to it, "users" whose hold changed, "admitted" users and those of a changed "standing" in line,
--             "line" (what tick-room.lua tells everybody), "sale" (the version of its new terms), "loaded" where all
--             may be different, and "runs" where those were written anew
-- bell        string for some ms, and the name of a channel: the feed has something new
-- load-lock   string: the token of the one who may load
-- runs, run-starts, ranks   see runs.lua
-- The others are the waiting room's, see room.lua there; and admitted, see admission.lua.
--
-- KEYS      none
-- ARGV      differ by script
-- Reply     differs by script; NOT_LOADED where the performance is unknown to Redis. Either names and values in turn,
--           or JSON

local IS_OPEN, IS_HELD, IS_BOOKED, IS_WITHHELD = '.', 'h', 'b', 'x'
local OPEN_BYTE, HELD_BYTE, WITHHELD_BYTE = 46, 104, 120
local HOUSE, RETURNING_OWNER = 'house', 'returning'
local NOT_LOADED = { 'code', 'NOT_LOADED' }

local function reply(answer)
  return cjson.encode(answer)
end

-- The one clock of the sale: no server's own "now" decides who was in time.
local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
