-- Fragment: what every seating script knows of a performance. Prepended to each of them.
--
-- KEYS[1]   sale         hash: opensAt, closesAt (ms), limitPerUser, holdMs, currency, places, waitingRoom (1 or
--                        0), levels (each price once, from the lowest), version of all this; first:<area>,
--                        last:<area>, price:<area>
-- KEYS[2]   areas        sorted set: area by its first place
-- KEYS[3]   places       one byte a place: . open, h held, b booked, x withheld
-- KEYS[4]   open         hash: area → open places
-- KEYS[5]   owner        hash: place → the hold or the booking that has it, "house", or "returning"
-- KEYS[6]   holds        hash: hold id → JSON { user, places, total, since, expiresAt, booking?, extended? };
--                        with a booking it is being confirmed
-- KEYS[7]   hold-expiry  sorted set: hold id by the ms at which it lapses by itself
-- KEYS[8]   confirming   sorted set: hold id by the ms from which MySQL must be asked what became of it
-- KEYS[9]   held-by      hash: user → their one live hold
-- KEYS[10]  booked-by    hash: user → places booked
-- KEYS[11]  feed         stream, capped: each change of places, in order; its fields are states, each with the
--                        places that changed to it, "users" whose hold changed, "admitted" users and those of a
--                        changed "standing" in line, "line" (what tick-room.lua tells everybody), "sale" (the
--                        version of its new terms), and "loaded" where all may be different
-- KEYS[12]  load-lock    string: the token of the one who may load
-- KEYS[13]  bell         string for some ms, and the name of a channel: the feed has something new
-- KEYS[14]  returning    sorted set: place by the ms at which it opens again; held until then, by "returning"
-- KEYS[15]  let-go       sorted set: user by the ms at which the holds that they let go are forgiven
-- KEYS[16]  runs         sorted set: see runs.lua
-- KEYS[17]  run-starts   sorted set: see runs.lua
-- KEYS[18]  ranks        string: see runs.lua
-- KEYS[19…] of the waiting room: see room.lua there; KEYS[22] is admitted: see admission.lua
-- ARGV      differ by script
-- Reply     differs by script; NOT_LOADED where the performance is unknown to Redis

local SALE, AREAS, PLACES, OPEN, OWNER = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local HOLDS, HOLD_EXPIRY, CONFIRMING = KEYS[6], KEYS[7], KEYS[8]
local HELD_BY, BOOKED_BY, FEED = KEYS[9], KEYS[10], KEYS[11]
local LOAD_LOCK, BELL, RETURNING, LET_GO = KEYS[12], KEYS[13], KEYS[14], KEYS[15]
local RUNS, RUN_STARTS, RANKS = KEYS[16], KEYS[17], KEYS[18]

local IS_OPEN, IS_HELD, IS_BOOKED, IS_WITHHELD = '.', 'h', 'b', 'x'
local OPEN_BYTE, HELD_BYTE = string.byte(IS_OPEN), string.byte(IS_HELD)
local HOUSE, RETURNING_OWNER = 'house', 'returning'

local function reply(answer)
  return cjson.encode(answer)
end

-- The one clock of the sale: no server's own "now" decides who was in time.
local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- The keys that every loaded performance has. One that is missing would be written anew, and wrongly.
local function is_loaded()
  return redis.call('EXISTS', SALE, AREAS, PLACES, OPEN, RUN_STARTS, RANKS) == 6
end

local function sale_number(field)
  return tonumber(redis.call('HGET', SALE, field))
end

-- The states of places, in their order: one read for all of them.
local function states_of(places)
  local reads = {}
  for _, place in ipairs(places) do
    table.insert(reads, 'GET')
    table.insert(reads, 'u8')
    table.insert(reads, '#' .. place)
  end
  local states = redis.call('BITFIELD', PLACES, unpack(reads))
  for index, byte in ipairs(states) do states[index] = string.char(byte) end
  return states
end
