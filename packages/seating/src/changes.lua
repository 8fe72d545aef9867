-- Fragment: how places change, and how everybody hears of it. Prepended to every seating script, after runs.lua.
--
-- KEYS      as in performance.lua
-- ARGV      differ by script
-- Reply     differs by script

local FEED_ENTRIES_MAX = 10000
-- Whoever hears the bell reads the feed no sooner than this: what is written meanwhile needs no second ring.
local RING_MS = 25

-- What this script has done so far, for the feed.
local changes = {}

-- Users whose hold is another one now: they may look at it on several devices.
local concerned = {}

-- Users who were let in, and those who stand elsewhere in the line now, or are out of it.
local let_in, moved = {}, {}

-- The only way in which places change: their bytes, their owner, the counters of their areas, the
-- runs and the news agree. Without an owner they have none. At most as many places as can be withheld at once.
-- What looks as before is no news: nobody is to see that a place which is held has begun to return.
local function mark(places, state, owner)
  if #places == 0 then return end
  local byte = string.byte(state)
  local bytes, owners, held, open = {}, {}, {}, {}
  for index, place in ipairs(places) do
    local at = 4 * index
    bytes[at - 3], bytes[at - 2], bytes[at - 1], bytes[at] = 'SET', 'u8', '#' .. place, byte
    table.insert(owners, place)
    if owner then table.insert(owners, owner) end
  end
  local was = redis.call('BITFIELD', PLACES, unpack(bytes))
  redis.call(owner and 'HSET' or 'HDEL', OWNER, unpack(owners))
  for index, place in ipairs(places) do
    if was[index] ~= byte then changes[place] = state end
    if (was[index] == OPEN_BYTE) ~= (byte == OPEN_BYTE) then
      local area = run_of(place).area
      open[area] = (open[area] or 0) + (byte == OPEN_BYTE and 1 or -1)
      touch(place)
    end
    if was[index] == HELD_BYTE then table.insert(held, place) end
  end
  if #held > 0 and owner ~= RETURNING_OWNER then redis.call('ZREM', RETURNING, unpack(held)) end
  for area, difference in pairs(open) do redis.call('HINCRBY', OPEN, area, difference) end
end

-- Writes one entry to the feed, and rings at most once in a while, however many sales there are.
local function tell(fields)
  redis.call('XADD', FEED, 'MAXLEN', '~', FEED_ENTRIES_MAX, '*', unpack(fields))
  if redis.call('SET', BELL, '1', 'NX', 'PX', RING_MS) then redis.call('PUBLISH', BELL, '') end
end

-- Tells the feed what this script has changed: one entry, a field for each state that places changed to.
local function announce()
  follow_runs()
  local by_state = {}
  for place, state in pairs(changes) do
    by_state[state] = by_state[state] or {}
    table.insert(by_state[state], place)
  end
  local fields = {}
  for state, places in pairs(by_state) do
    table.insert(fields, state)
    table.insert(fields, table.concat(places, ','))
  end
  for name, set in pairs({ users = concerned, admitted = let_in, standing = moved }) do
    local users = {}
    for user in pairs(set) do table.insert(users, user) end
    if #users > 0 then
      table.insert(fields, name)
      table.insert(fields, table.concat(users, ','))
    end
  end
  if #fields > 0 then tell(fields) end
end

-- Which of the places are an owner's.
local function places_of(owner, places)
  local owned = {}
  for index, other in ipairs(redis.call('HMGET', OWNER, unpack(places))) do
    if other == owner then table.insert(owned, places[index]) end
  end
  return owned
end
