-- Keeps any n open places of an area for the house, the last ones first: all n or none. Where too few are open,
-- those that are returning are added.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1]   area
-- ARGV[2]   quantity
-- Reply     { code: "WITHHELD", places }, or NOT_LOADED, UNKNOWN_AREA, NOT_ENOUGH_PLACES { remaining }
--- @include "passing-time"

if not is_loaded() then return NOT_LOADED end

local quantity, first, last = tonumber(ARGV[2]), nil, nil
for _, area in ipairs(read_areas()) do
  if area.name == ARGV[1] then first, last = area.first, area.last end
end
if not first then return reply({ code = 'UNKNOWN_AREA' }) end

local PLACES_PER_READ, LAPSED_MAX, RETURNING_MAX = 512, 1000, 2000

-- From the end, some at a time, until there are enough.
local function find_open()
  local found, high = {}, last
  while #found < quantity and high >= first do
    local low = math.max(first, high - PLACES_PER_READ + 1)
    local states = redis.call('GETRANGE', PLACES, low, high)
    for at = #states, 1, -1 do
      local is_open = string.byte(states, at) == OPEN_BYTE
      if is_open and #found < quantity then table.insert(found, low + at - 1) end
    end
    high = low - 1
  end
  return found
end

-- Adds places of the area that are returning, the last one first, until there are enough. Returns those.
local function add_returning(found)
  local returning, added = {}, {}
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', DUE, '-inf', BEFORE_ASK, 'LIMIT', 0, RETURNING_MAX)) do
    local place = place_in(member)
    if place and place >= first and place <= last then table.insert(returning, place) end
  end
  if #returning > 0 then returning = places_of(RETURNING_OWNER, returning) end
  table.sort(returning, function(one, other) return one > other end)
  for _, place in ipairs(returning) do
    if #found < quantity then
      table.insert(found, place)
      table.insert(added, place)
    end
  end
  return added
end

local chosen, returning = find_open(), {}
if #chosen < quantity then
  pass_time(now_ms(), LAPSED_MAX)
  chosen = find_open()
  returning = add_returning(chosen)
end
if #chosen < quantity then
  finish()
  return reply({ code = 'NOT_ENOUGH_PLACES', remaining = #chosen })
end

mark(chosen, IS_WITHHELD, HOUSE)
stop_returning(returning)
finish()
return reply({ code = 'WITHHELD', places = chosen })
