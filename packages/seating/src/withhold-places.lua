-- Keeps the named places for the house: all of them or none. Those that it has already are no obstacle, nor
-- those that are returning: only people have to wait for them.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1…]  places, each once
-- Reply     { code: "WITHHELD", places }: all that were named; or NOT_LOADED, PLACES_TAKEN { places }
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end

local asked = {}
for index = 1, #ARGV do table.insert(asked, tonumber(ARGV[index])) end

local now = now_ms()
local taken, returning = {}, {}
for index, state in ipairs(states_of(asked)) do
  local place = asked[index]
  if state == HELD_BYTE then
    local owner = redis.call('HGET', OWNER, place)
    local hold = hold_of(owner)
    local is_over = hold and has_lapsed(hold, now)
    -- It may have had several of the places: they are returning when their turn comes.
    if is_over then lapse_hold(owner, hold, now) end
    table.insert((is_over or owner == RETURNING_OWNER) and returning or taken, place)
  elseif state ~= OPEN_BYTE and state ~= WITHHELD_BYTE then
    table.insert(taken, place)
  end
end
if #taken > 0 then
  finish()
  return reply({ code = 'PLACES_TAKEN', places = taken })
end

mark(asked, IS_WITHHELD, HOUSE)
stop_returning(returning)
finish()
return reply({ code = 'WITHHELD', places = asked })
