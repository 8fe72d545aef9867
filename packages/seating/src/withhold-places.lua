-- Keeps the named places for the house: all of them or none. Those that it has already are no obstacle, nor
-- those that are returning: only people have to wait for them.
--
-- KEYS      as in performance.lua
-- ARGV[1…]  places, each once
-- Reply     { code: "WITHHELD", places }: all that were named; or NOT_LOADED, PLACES_TAKEN { places }

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local asked = {}
for index = 1, #ARGV do table.insert(asked, tonumber(ARGV[index])) end

local now = now_ms()
local taken = {}
for index, state in ipairs(states_of(asked)) do
  local place = asked[index]
  if state == IS_HELD then
    local owner = redis.call('HGET', OWNER, place)
    local hold = hold_of(owner)
    if hold and has_lapsed(hold, now) then
      -- It may have had several of the places: they are returning when their turn comes.
      lapse_hold(owner, hold, now)
    elseif owner ~= RETURNING_OWNER then
      table.insert(taken, place)
    end
  elseif state ~= IS_OPEN and state ~= IS_WITHHELD then
    table.insert(taken, place)
  end
end
if #taken > 0 then
  announce()
  return reply({ code = 'PLACES_TAKEN', places = taken })
end

mark(asked, IS_WITHHELD, HOUSE)
announce()
return reply({ code = 'WITHHELD', places = asked })
