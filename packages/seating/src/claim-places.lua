-- Holds the named places for a user: all of them or none. An earlier hold of the user is given back
-- only when the new one succeeds. Costs as many steps as places are asked for, in a hall of any size.
--
-- KEYS      as in performance.lua
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- ARGV[3…]  places, each once
-- Reply     as in claim.lua, and INVALID_PLACE { places }, PLACES_TAKEN { places }

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local asked = {}
for index = 3, #ARGV do table.insert(asked, tonumber(ARGV[index])) end

read_sale()
local invalid = {}
for _, place in ipairs(asked) do
  if place < 0 or place >= sale.places then table.insert(invalid, place) end
end
if #invalid > 0 then return reply({ code = 'INVALID_PLACE', places = invalid }) end

local now = now_ms()
free_lapsed(now, LAPSED_PER_CLAIM_MAX)

local previous_id, previous = own_hold(now)
local no = objection(#asked, now, previous)
if no then return refuse(no) end

local taken = {}
for index, state in ipairs(states_of(asked)) do
  local place = asked[index]
  if state == IS_HELD then
    local owner = redis.call('HGET', OWNER, place)
    local hold = hold_of(owner)
    -- A hold that lapsed a moment ago may still be waiting for its turn to be swept. It gives nothing to who
    -- happens to find it: its places begin to return, as any that lapse.
    if hold and has_lapsed(hold, now) then lapse_hold(owner, hold, now) end
    if not previous or owner ~= previous_id then table.insert(taken, place) end
  elseif state ~= IS_OPEN then
    table.insert(taken, place)
  end
end
if #taken > 0 then return refuse({ code = 'PLACES_TAKEN', places = taken }) end

if previous then give_up_hold(previous_id, previous, now) end
return reply(hold_places(asked, now))
