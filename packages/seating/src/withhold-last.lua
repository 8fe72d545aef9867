-- Keeps any n open places of an area for the house, the last ones first: all n or none. Where too few are open,
-- those that are returning are added.
--
-- KEYS      as in performance.lua
-- ARGV[1]   area
-- ARGV[2]   quantity
-- Reply     { code: "WITHHELD", places }, or NOT_LOADED, UNKNOWN_AREA, NOT_ENOUGH_PLACES { remaining }

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local area, quantity = ARGV[1], tonumber(ARGV[2])
local first, last = sale_number('first:' .. area), sale_number('last:' .. area)
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

-- Adds places of the area that are returning, the last one first, until there are enough.
local function add_returning(found)
  local returning = redis.call('ZRANGE', RETURNING, 0, RETURNING_MAX - 1)
  for index, place in ipairs(returning) do returning[index] = tonumber(place) end
  if #returning > 0 then returning = places_of(RETURNING_OWNER, returning) end
  table.sort(returning, function(one, other) return one > other end)
  for _, place in ipairs(returning) do
    if place >= first and place <= last and #found < quantity then table.insert(found, place) end
  end
end

local chosen = find_open()
if #chosen < quantity then
  free_lapsed(now_ms(), LAPSED_MAX)
  chosen = find_open()
  add_returning(chosen)
end
if #chosen < quantity then
  announce()
  return reply({ code = 'NOT_ENOUGH_PLACES', remaining = #chosen })
end

mark(chosen, IS_WITHHELD, HOUSE)
announce()
return reply({ code = 'WITHHELD', places = chosen })
