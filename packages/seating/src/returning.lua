-- Fragment: what comes back to the sale opens after a while that nobody knows.
--
-- KEYS      sale, due
-- ARGV      differ by script
-- Reply     differs by script
--- @include "states"
--- @include "due"

-- Long enough that nobody can camp on the moment, and short enough that nobody misses a place.
local RETURN_MS_MIN, RETURN_MS_MAX = 1000, 8000
local AT_ONCE_MAX = 500

-- When what belonged to this id opens again: known to nobody beforehand, for it hangs on the very microsecond.
-- (Lua's own random numbers come in an order that anybody can know.)
local function return_moment(id, now)
  local time = redis.call('TIME')
  local digest = redis.sha1hex(id .. ':' .. time[1] .. ':' .. time[2])
  local drawn = tonumber(string.sub(digest, 1, 8), 16)
  return now + RETURN_MS_MIN + drawn % (RETURN_MS_MAX - RETURN_MS_MIN + 1)
end

-- Lets places open again after a while that nobody knows, all at the same moment. Once the sale has closed
-- nobody waits for them.
local function return_places(places, id, now)
  if #places == 0 then return end
  local closes_at = sale.closesAt or tonumber(redis.call('HGET', SALE, 'closesAt'))
  if now >= closes_at then return mark(places, IS_OPEN, nil) end
  local entries, moment = {}, return_moment(id, now)
  for _, place in ipairs(places) do
    table.insert(entries, moment)
    table.insert(entries, 'p:' .. place)
  end
  mark(places, IS_HELD, RETURNING_OWNER)
  redis.call('ZADD', DUE, unpack(entries))
end

-- Some of the places return no more: somebody else has them.
local function stop_returning(places)
  if #places == 0 then return end
  local entries = {}
  for index, place in ipairs(places) do entries[index] = 'p:' .. place end
  redis.call('ZREM', DUE, unpack(entries))
end

-- Opens places whose moment has come. One that returns no more stays as it is.
local function open_returned(places)
  for from = 1, #places, AT_ONCE_MAX do
    local some = { unpack(places, from, math.min(#places, from + AT_ONCE_MAX - 1)) }
    mark(places_of(RETURNING_OWNER, some), IS_OPEN, nil)
    stop_returning(some)
  end
end
