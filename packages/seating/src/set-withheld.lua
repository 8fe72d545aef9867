-- Makes places the house's because MySQL says so, or opens those that it has no more. Harmless to repeat.
-- A hold on such a place cannot book it any more. One that is booked here is left to its booking: only the
-- verifier knows whether that is still true.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   due
-- KEYS[5]   feed
-- KEYS[6]   bell
-- ARGV[1]   "withhold" or "open"
-- ARGV[2…]  places
-- Reply     code SET; or NOT_LOADED
--- @include "returning"

if not is_loaded() then return NOT_LOADED end

local places = {}
for index = 2, #ARGV do table.insert(places, tonumber(ARGV[index])) end
local owners = owners_of(places)

local to_withhold, to_open, returning = {}, {}, {}
for index, state in ipairs(states_of(places)) do
  local place = places[index]
  if ARGV[1] == 'open' then
    if state == WITHHELD_BYTE then table.insert(to_open, place) end
  elseif state == OPEN_BYTE or state == HELD_BYTE or (state == WITHHELD_BYTE and owners[index] ~= HOUSE) then
    table.insert(to_withhold, place)
    if owners[index] == RETURNING_OWNER then table.insert(returning, place) end
  end
end
mark(to_withhold, IS_WITHHELD, HOUSE)
mark(to_open, IS_OPEN, nil)
stop_returning(returning)
announce()
return { 'code', 'SET' }
