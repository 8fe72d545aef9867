-- Fragment: what comes back to the sale opens after a while that nobody knows. Prepended to every seating script, after
-- changes.lua.
--
-- KEYS      as in performance.lua
-- ARGV      differ by script
-- Reply     differs by script

-- Long enough that nobody can camp on the moment, and short enough that nobody misses a place.
local RETURN_MS_MIN, RETURN_MS_MAX = 1000, 8000

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
  if now >= sale_number('closesAt') then return mark(places, IS_OPEN, nil) end
  local due, moment = {}, return_moment(id, now)
  for _, place in ipairs(places) do
    table.insert(due, moment)
    table.insert(due, place)
  end
  mark(places, IS_HELD, RETURNING_OWNER)
  redis.call('ZADD', RETURNING, unpack(due))
end

-- Opens places whose moment has come, about as many as asked: those of one moment all together. Returns how many.
local function open_returned(now, places_max)
  local last = redis.call('ZRANGEBYSCORE', RETURNING, '-inf', now, 'WITHSCORES', 'LIMIT', 0, places_max)
  if #last == 0 then return 0 end
  local due = redis.call('ZRANGEBYSCORE', RETURNING, '-inf', last[#last])
  for index, place in ipairs(due) do due[index] = tonumber(place) end
  mark(places_of(RETURNING_OWNER, due), IS_OPEN, nil)
  redis.call('ZREM', RETURNING, unpack(due))
  return #due
end
