-- Fragment: how holds end. Prepended to every seating script, after let-go.lua.
--
-- KEYS      as in performance.lua
-- ARGV      differ by script
-- Reply     differs by script

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
