-- Takes an admission back, and opens what its user holds, unless it is being booked.
--
-- KEYS      as in room.lua
-- ARGV[1]   user id
-- Reply     { code: "TAKEN", wasAdmitted }, or NOT_LOADED, ROOM_NOT_LOADED, NO_ROOM

local user = ARGV[1]
local none = no_room()
if none then return reply(none) end

local was_admitted = is_admitted(user, now_ms())
end_admission(user)
local hold_id = redis.call('HGET', HELD_BY, user)
local hold = hold_of(hold_id)
if was_admitted and hold and not hold.booking then free_hold(hold_id, hold) end
announce()
return reply({ code = 'TAKEN', wasAdmitted = was_admitted })
