-- Lets the places of bookings that were cancelled return: those that are still the booking's, so that a late
-- repetition never frees what was sold again, nor delays what returns already. Harmless to repeat.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1…]  for each booking: the hold id that it came from, still there when nobody settled it; booking id, user
--           id, and its places with commas between them
-- Reply     code REOPENED; or NOT_LOADED
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end

local now = now_ms()

local function reopen(hold_id, booking, user, places)
  local own = places_of(booking, places)
  return_places(own, booking, now)
  if #own > 0 then user_to_change(user).booked = math.max(0, user_of(user).booked - #own) end
  local hold = hold_of(hold_id)
  if hold and hold.booking == booking then return_hold(hold_id, hold, now) end
end

for index = 1, #ARGV, 4 do
  local places = {}
  for place in string.gmatch(ARGV[index + 3], '%d+') do table.insert(places, tonumber(place)) end
  reopen(ARGV[index], ARGV[index + 1], ARGV[index + 2], places)
end
finish()
return { 'code', 'REOPENED' }
