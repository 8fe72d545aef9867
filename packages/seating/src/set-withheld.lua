-- Makes places the house's because MySQL says so, or opens those that it has no more. Harmless to repeat.
-- Who holds such a place cannot book it any more. One that is booked here is left to its booking: only the
-- verifier knows whether that is still true.
--
-- KEYS      as in performance.lua
-- ARGV[1]   "withhold" or "open"
-- ARGV[2…]  places
-- Reply     { code: "SET" }, or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local places = {}
for index = 2, #ARGV do table.insert(places, tonumber(ARGV[index])) end
local owners = redis.call('HMGET', OWNER, unpack(places))

local to_withhold, to_open = {}, {}
for index, state in ipairs(states_of(places)) do
  local place = places[index]
  if ARGV[1] == 'open' then
    if state == IS_WITHHELD then table.insert(to_open, place) end
  elseif state == IS_OPEN or state == IS_HELD or (state == IS_WITHHELD and owners[index] ~= HOUSE) then
    table.insert(to_withhold, place)
  end
end
mark(to_withhold, IS_WITHHELD, HOUSE)
mark(to_open, IS_OPEN, nil)
announce()
return reply({ code = 'SET' })
