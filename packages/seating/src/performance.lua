-- Fragment: what every seating script knows of a performance. Prepended to each of them.
--
-- KEYS[1]   sale         hash: opensAt, closesAt (ms), limitPerUser, holdMs, currency, places, levels (each price once, from
--                        the lowest), version of all this; first:<area>, last:<area>, price:<area>
-- KEYS[2]   areas        sorted set: area by its first place
-- KEYS[3]   places       one byte a place: . open, h held, b booked, x withheld
-- KEYS[4]   open-bits    one bit a place, 1 where it is open: finds an open place without reading the hall
-- KEYS[5]   open         hash: area → open places
-- KEYS[6]   owner        hash: place → the hold or the booking that has it, "house", or "returning"
-- KEYS[7]   holds        hash: hold id → JSON { user, places, total, since, expiresAt, booking?, extended? };
--                        with a booking it is being confirmed
-- KEYS[8]   hold-expiry  sorted set: hold id by the ms at which it lapses by itself
-- KEYS[9]   confirming   sorted set: hold id by the ms from which MySQL must be asked what became of it
-- KEYS[10]  held-by      hash: user → their one live hold
-- KEYS[11]  booked-by    hash: user → places booked
-- KEYS[12]  feed         stream, capped: each change of places, in order; its fields are states, each with the
--                        places that changed to it, "users" whose hold changed, "sale" (the version of its new
--                        terms), and "loaded" where all may be different
-- KEYS[13]  load-lock    string: the token of the one who may load
-- KEYS[14]  bell         string for some ms, and the name of a channel: the feed has something new
-- KEYS[15]  returning    sorted set: place by the ms at which it opens again; held until then, by "returning"
-- KEYS[16]  let-go       sorted set: user by the ms at which the holds that they let go are forgiven
-- KEYS[17]  runs         sorted set: see runs.lua
-- KEYS[18]  run-starts   sorted set: see runs.lua
-- KEYS[19]  ranks        string: see runs.lua
-- ARGV      differ by script
-- Reply     differs by script; NOT_LOADED where the performance is unknown to Redis

local SALE, AREAS, PLACES, OPEN_BITS, OPEN, OWNER = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local HOLDS, HOLD_EXPIRY, CONFIRMING = KEYS[7], KEYS[8], KEYS[9]
local HELD_BY, BOOKED_BY, FEED = KEYS[10], KEYS[11], KEYS[12]
local LOAD_LOCK, BELL, RETURNING, LET_GO = KEYS[13], KEYS[14], KEYS[15], KEYS[16]
local RUNS, RUN_STARTS, RANKS = KEYS[17], KEYS[18], KEYS[19]

local IS_OPEN, IS_HELD, IS_BOOKED, IS_WITHHELD = '.', 'h', 'b', 'x'
local HOUSE, RETURNING_OWNER = 'house', 'returning'
-- Long enough that nobody can camp on the moment, and short enough that nobody misses a place.
local RETURN_MS_MIN, RETURN_MS_MAX = 1000, 8000
-- So many holds may be let go at once, and one more each so often: more than anybody does who is choosing.
local LET_GO_MAX, FORGIVEN_EACH_MS, PATIENCE_PER_HOLD_MS = 10, 60000, 30000
local FEED_ENTRIES_MAX = 10000
-- Whoever hears the bell reads the feed no sooner than this: what is written meanwhile needs no second ring.
local RING_MS = 25

local function reply(answer)
  return cjson.encode(answer)
end

-- The one clock of the sale: no server's own "now" decides who was in time.
local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- The keys that every loaded performance has. One that is missing would be written anew, and wrongly.
local function is_loaded()
  return redis.call('EXISTS', SALE, AREAS, PLACES, OPEN_BITS, OPEN, RUN_STARTS, RANKS) == 7
end

local function sale_number(field)
  return tonumber(redis.call('HGET', SALE, field))
end

-- The states of places, in their order: one read for all of them.
local function states_of(places)
  local reads = {}
  for _, place in ipairs(places) do
    table.insert(reads, 'GET')
    table.insert(reads, 'u8')
    table.insert(reads, '#' .. place)
  end
  local states = redis.call('BITFIELD', PLACES, unpack(reads))
  for index, byte in ipairs(states) do states[index] = string.char(byte) end
  return states
end

local areas = {}

-- An area begins at its first place, so the last one that begins at or before a place has it.
local function area_of(place)
  areas[place] = areas[place]
    or redis.call('ZREVRANGEBYSCORE', AREAS, place, '-inf', 'LIMIT', 0, 1)[1]
  return areas[place]
end

local changes = {}

-- Places that opened, or are open no more, since the runs were last told.
local touched = {}

-- Tells the runs what was touched; runs.lua, which comes after this, says how.
local follow_runs = function() touched = {} end

-- Users whose hold is another one now: they may look at it on several devices.
local concerned = {}

-- The only way in which places change: their bytes, their bits, their owner, the counters of their areas and
-- the news agree. Without an owner they have none. At most as many places as can be withheld at once. What
-- looks as before is no news: nobody is to see that a place which is held has begun to return.
local function mark(places, state, owner)
  if #places == 0 then return end
  local bytes, bits, owners, open = {}, {}, {}, {}
  for _, place in ipairs(places) do
    for _, word in ipairs({ 'SET', 'u8', '#' .. place, string.byte(state) }) do
      table.insert(bytes, word)
    end
    for _, word in ipairs({ 'SET', 'u1', place, state == IS_OPEN and 1 or 0 }) do
      table.insert(bits, word)
    end
    table.insert(owners, place)
    if owner then table.insert(owners, owner) end
  end
  local was = redis.call('BITFIELD', PLACES, unpack(bytes))
  local was_open = redis.call('BITFIELD', OPEN_BITS, unpack(bits))
  redis.call(owner and 'HSET' or 'HDEL', OWNER, unpack(owners))
  if owner ~= RETURNING_OWNER then redis.call('ZREM', RETURNING, unpack(places)) end
  local is_open = state == IS_OPEN and 1 or 0
  for index, place in ipairs(places) do
    local area = area_of(place)
    open[area] = (open[area] or 0) + is_open - was_open[index]
    if is_open ~= was_open[index] then touched[place] = true end
    if was[index] ~= string.byte(state) then changes[place] = state end
  end
  for area, difference in pairs(open) do
    if difference ~= 0 then redis.call('HINCRBY', OPEN, area, difference) end
  end
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
  local users = {}
  for user in pairs(concerned) do table.insert(users, user) end
  if #users > 0 then
    table.insert(fields, 'users')
    table.insert(fields, table.concat(users, ','))
  end
  if #fields > 0 then tell(fields) end
end

local function hold_of(id)
  local text = id and redis.call('HGET', HOLDS, id)
  return text and cjson.decode(text) or nil
end

local function forget_hold(id, hold)
  concerned[hold.user] = true
  redis.call('HDEL', HOLDS, id)
  redis.call('ZREM', HOLD_EXPIRY, id)
  redis.call('ZREM', CONFIRMING, id)
  if redis.call('HGET', HELD_BY, hold.user) == id then
    redis.call('HDEL', HELD_BY, hold.user)
  end
end

-- Which of the places are an owner's.
local function places_of(owner, places)
  local owned = {}
  for index, other in ipairs(redis.call('HMGET', OWNER, unpack(places))) do
    if other == owner then table.insert(owned, places[index]) end
  end
  return owned
end

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

-- When the holds that a user let go are forgiven. However long they hold something meanwhile, only the first part
-- of it counts as patience: or one hold after another could be had, for ever.
local function forgiven_at(user, hold, now)
  local forgiven = tonumber(redis.call('ZSCORE', LET_GO, user) or 0)
  local since = hold and hold.since or now
  if forgiven <= since then return math.max(forgiven, now) end
  local held_ms = hold and math.min(now, hold.expiresAt) - since or 0
  return math.max(forgiven + math.max(0, held_ms - PATIENCE_PER_HOLD_MS), now)
end

-- Counts a hold that its user lets go without a booking: the generic cell rate algorithm (ITU-T I.371). Whoever
-- has nothing to be forgiven any more is forgotten, a few at a time.
local function count_let_go(hold, now)
  local forgiven = forgiven_at(hold.user, hold, now) + FORGIVEN_EACH_MS
  redis.call('ZADD', LET_GO, forgiven, hold.user)
  for _, other in ipairs(redis.call('ZRANGEBYSCORE', LET_GO, '-inf', now, 'LIMIT', 0, 2)) do
    redis.call('ZREM', LET_GO, other)
  end
end

-- For how many ms a user may claim nothing, for they have let go too many holds; what they hold they may let go
-- as well.
local function let_go_wait(user, hold, now)
  return forgiven_at(user, hold, now) - now - (LET_GO_MAX - 1) * FORGIVEN_EACH_MS
end

-- Opens what a hold still has: a place that was booked or taken over in the meantime is no longer its own.
local function free_hold(id, hold)
  local freed = places_of(id, hold.places)
  mark(freed, IS_OPEN, nil)
  forget_hold(id, hold)
  return freed
end

-- As free_hold, but what it still has opens after a while.
local function return_hold(id, hold, now)
  local freed = places_of(id, hold.places)
  return_places(freed, id, now)
  forget_hold(id, hold)
  return freed
end

-- Its user gives it up: its places are open at once.
local function give_up_hold(id, hold, now)
  count_let_go(hold, now)
  return free_hold(id, hold)
end

local function has_lapsed(hold, now)
  return hold.booking == nil and hold.expiresAt <= now
end

local function lapse_hold(id, hold, now)
  count_let_go(hold, now)
  return return_hold(id, hold, now)
end

local PLACES_PER_HOLD, RETURNED_AT_ONCE_MAX = 4, 500

-- What time has done: holds lapse, at most as many as asked, and places open whose moment has come, in
-- proportion. No caller pays for everybody's.
local function free_lapsed(now, holds_max)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', HOLD_EXPIRY, '-inf', now, 'LIMIT', 0, holds_max)) do
    local hold = hold_of(id)
    if hold then
      lapse_hold(id, hold, now)
    else
      redis.call('ZREM', HOLD_EXPIRY, id)
    end
  end
  local places_left = holds_max * PLACES_PER_HOLD
  while places_left > 0 do
    local opened = open_returned(now, math.min(places_left, RETURNED_AT_ONCE_MAX))
    if opened == 0 then break end
    places_left = places_left - opened
  end
end
