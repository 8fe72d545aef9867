-- Tells where a user stands, and notes that they are there. Changes nothing else.
--
-- KEYS[1]   sale
-- KEYS[2]   holds
-- KEYS[3]   due
-- KEYS[4]   room
-- KEYS[5]   line
-- KEYS[6]   pace
-- KEYS[7]   absent
-- KEYS[8]   admitted
-- KEYS[9]   people
-- ARGV[1]   user id
-- Reply     code STANDING, all of LineFacts (left with commas between), opensAt, lobbyOpensAt (ms), hasDraw, capacity,
--           perMinute, admissionMs, counted (JSON, see tick-room.lua, or empty), and people, with commas between:
--           <state>:<how many are ahead>:<ms at which their admission expires>, the last two empty where there is
--           none; or NOT_LOADED, ROOM_NOT_LOADED, NO_ROOM. A truth value is 1 or 0
--- @include "standing"

local user = ARGV[1]
local none = no_room()
if none then return none end

local now = now_ms()
if redis.call('ZSCORE', LINE, user) then see({ user }, now) end
return standing_of({ user }, now, phase_at(now))
