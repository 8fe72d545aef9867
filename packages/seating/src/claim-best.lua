-- Holds any n places of an area for a user, in the order of the plan: all n or none. An earlier hold
-- of the user is given back only when the new one succeeds. One search of the bits for each place.
--
-- KEYS      as in performance.lua
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- ARGV[3]   area
-- ARGV[4]   quantity
-- Reply     as in claim.lua, and UNKNOWN_AREA, NOT_ENOUGH_PLACES { remaining }

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

read_sale()
local area, quantity = ARGV[3], tonumber(ARGV[4])
local first, last = sale_number('first:' .. area), sale_number('last:' .. area)
if not first then return reply({ code = 'UNKNOWN_AREA' }) end

-- When an area seems full, holds that lapsed but were not swept yet may be what fills it.
local LAPSED_WHEN_FULL_MAX = 1000

local function find_open()
  local found, from = {}, first
  while #found < quantity and from <= last do
    local place = redis.call('BITPOS', OPEN_BITS, 1, from, last, 'BIT')
    if place < 0 then break end
    table.insert(found, place)
    from = place + 1
  end
  return found
end

local now = now_ms()
free_lapsed(now, LAPSED_PER_CLAIM_MAX)

local previous_id, previous = own_hold(now)
local no = objection(quantity, now, previous)
if no then return refuse(no) end

local chosen = find_open()
if #chosen < quantity then
  free_lapsed(now, LAPSED_WHEN_FULL_MAX)
  chosen = find_open()
end
-- What the user holds in this area counts as theirs to choose again.
for _, place in ipairs(previous and places_of(previous_id, previous.places) or {}) do
  local is_here = place >= first and place <= last
  if is_here and #chosen < quantity then table.insert(chosen, place) end
end
if #chosen < quantity then return refuse({ code = 'NOT_ENOUGH_PLACES', remaining = #chosen }) end

if previous then give_up_hold(previous_id, previous, now) end
return reply(hold_places(chosen, now))
