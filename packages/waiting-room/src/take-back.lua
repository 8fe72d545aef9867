-- Takes an admission back, and opens what its user holds, unless it is being booked.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- KEYS[9]   room
-- KEYS[10]  admitted
-- ARGV[1]   user id
-- Reply     { code: "TAKEN", wasAdmitted }, or NOT_LOADED, ROOM_NOT_LOADED, NO_ROOM
--- @include "room"
--- @include "ended-holds"
--- @include "admission"

local user = ARGV[1]
local none = no_room()
if none then return none end

if not is_loaded() then return NOT_LOADED end

local was_admitted = is_admitted(user, now_ms())
end_admission(user)
local hold_id = user_of(user).hold
local hold = hold_of(hold_id)
if was_admitted and hold and not hold.booking then free_hold(hold_id, hold) end
finish()
return reply({ code = 'TAKEN', wasAdmitted = was_admitted })
