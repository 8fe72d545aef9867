-- Fragment: how places change.
--
-- KEYS      sale, places, owner
-- ARGV      differ by script
-- Reply     differs by script
--- @include "areas"
--- @include "feed"

-- The keys that every loaded performance has. One that is missing would be written anew, and wrongly.
local function is_loaded()
  return redis.call('EXISTS', SALE, PLACES) == 2
end

-- Whether places follow each other, in their order, as those of most claims do: they are read and written as one.
local function is_row(places)
  local first = places[1]
  for index = 2, #places do
    if places[index] ~= first + index - 1 then return false end
  end
  return true
end

-- The states of places as bytes, in their order: one read for all of them. 0 where Redis has lost them.
local function states_of(places)
  if is_row(places) then
    local text = redis.call('GETRANGE', PLACES, places[1], places[#places])
    return text == '' and { 0 } or { string.byte(text, 1, -1) }
  end
  local reads = {}
  for index, place in ipairs(places) do
    local at = 3 * index
    reads[at - 2], reads[at - 1], reads[at] = 'GET', 'u8', '#' .. place
  end
  return redis.call('BITFIELD', PLACES, unpack(reads))
end

local function owners_of(places)
  return redis.call('HMGET', OWNER, unpack(places))
end

-- Which of the places are an owner's.
local function places_of(owner, places)
  local owned = {}
  for index, other in ipairs(owners_of(places)) do
    if other == owner then table.insert(owned, places[index]) end
  end
  return owned
end

-- Returns what they were.
local function set_bytes(places, state)
  if is_row(places) then
    local was = states_of(places)
    redis.call('SETRANGE', PLACES, places[1], string.rep(state, #places))
    return was
  end
  local byte, writes = string.byte(state), {}
  for index, place in ipairs(places) do
    local at = 4 * index
    writes[at - 3], writes[at - 2], writes[at - 1], writes[at] = 'SET', 'u8', '#' .. place, byte
  end
  return redis.call('BITFIELD', PLACES, unpack(writes))
end

-- The only way in which places change: their bytes, their owner, the counters of their areas and the news agree.
-- Without an owner they have none; a list of owners has one for each. At most as many as can be withheld at once.
-- A place that looks as before is no news: a held place that has begun to return must not be told apart.
local function mark(places, state, owner)
  if #places == 0 then return end
  local byte, is_listed = string.byte(state), type(owner) == 'table'
  local owners, open, sum = {}, {}, 0
  for index, place in ipairs(places) do
    owners[#owners + 1] = place
    if owner then owners[#owners + 1] = is_listed and owner[index] or owner end
  end
  local was = set_bytes(places, state)
  redis.call(owner and 'HSET' or 'HDEL', OWNER, unpack(owners))
  for index, place in ipairs(places) do
    local before = was[index]
    if before ~= byte then
      changes[place] = state
      if before == OPEN_BYTE or byte == OPEN_BYTE then
        local area, difference = area_of(place), byte == OPEN_BYTE and 1 or -1
        open[area], sum = (open[area] or 0) + difference, sum + difference
        if state == IS_BOOKED then booked_at_once[place] = true end
      end
    end
  end
  for area, difference in pairs(open) do redis.call('HINCRBY', SALE, 'open:' .. area, difference) end
  if sum ~= 0 then redis.call('HINCRBY', SALE, 'open', sum) end
end
