-- Gives up a user's place in the lobby or the line, or their admission. Coming again is coming last.
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
-- KEYS[10]  draws
-- KEYS[11]  feed
-- KEYS[12]  bell
-- ARGV[1]   user id
-- ARGV[2]   their draw, 13 hex digits
-- Reply     as in read-standing.lua
--- @include "standing"
--- @include "admission"

local user, draw = ARGV[1], ARGV[2]
local none = no_room()
if none then return none end

local now = now_ms()
local place = tonumber(redis.call('ZSCORE', LINE, user))
-- Before the opening nothing is drawn yet: it is as if they had never come.
if place and place < BEHIND_DRAWS and is_drawing(now) then redis.call('APPEND', DRAWS, draw) end
if redis.call('ZREM', LINE, user) + redis.call('ZREM', ABSENT, user) > 0 then note('standing', user) end
redis.call('HDEL', PEOPLE, user)
end_admission(user)
announce()
return standing_of({ user }, now, phase_at(now))
