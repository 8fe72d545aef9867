-- Lets the places of bookings that were cancelled return: those that are still the booking's, so that a late
-- repetition never frees what was sold again, nor delays what returns already. Harmless to repeat.
--
-- KEYS      as in performance.lua
-- ARGV[1…]  for each booking: the hold id that it came from, still there when nobody settled it; booking id, user
--           id, and its places with commas between them
-- Reply     { code: "REOPENED", places }: those that were the bookings'; or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local now, reopened = now_ms(), {}
local function note(places)
  for _, place in ipairs(places) do table.insert(reopened, place) end
end

local function reopen(hold_id, booking, user, places)
  local own = places_of(booking, places)
  return_places(own, booking, now)
  if #own > 0 then redis.call('HINCRBY', BOOKED_BY, user, -#own) end
  note(own)
  local hold = hold_of(hold_id)
  if hold and hold.booking == booking then note(return_hold(hold_id, hold, now)) end
end

for index = 1, #ARGV, 4 do
  local places = {}
  for place in string.gmatch(ARGV[index + 3], '%d+') do table.insert(places, tonumber(place)) end
  reopen(ARGV[index], ARGV[index + 1], ARGV[index + 2], places)
end
announce()
return reply({ code = 'REOPENED', places = reopened })
