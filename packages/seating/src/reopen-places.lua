-- Lets the places of a booking that was cancelled return: those that are still the booking's, so that a late
-- repetition never frees what was sold again, nor delays what returns already. Harmless to repeat.
--
-- KEYS      as in performance.lua
-- ARGV[1]   hold id that the booking came from: still there when nobody settled it
-- ARGV[2]   booking id
-- ARGV[3]   user id
-- ARGV[4…]  places
-- Reply     { code: "REOPENED", places }: those that were the booking's; or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold_id, booking, user = ARGV[1], ARGV[2], ARGV[3]
local places = {}
for index = 4, #ARGV do table.insert(places, tonumber(ARGV[index])) end
local reopened = places_of(booking, places)
local now = now_ms()
return_places(reopened, booking, now)
if #reopened > 0 then redis.call('HINCRBY', BOOKED_BY, user, -#reopened) end

local hold = hold_of(hold_id)
if hold and hold.booking == booking then
  for _, place in ipairs(return_hold(hold_id, hold, now)) do table.insert(reopened, place) end
end
announce()
return reply({ code = 'REOPENED', places = reopened })
