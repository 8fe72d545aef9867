-- Fragment: how holds end.
--
-- KEYS      holds, due
-- ARGV      differ by script
-- Reply     differs by script
--- @include "holds"
--- @include "let-go"
--- @include "returning"

-- Its owner has it no more.
local function take_from_user(id, hold)
  note('users', hold.user)
  if user_of(hold.user).hold == id then user_to_change(hold.user).hold = nil end
end

local function forget_hold(id, hold)
  take_from_user(id, hold)
  redis.call('HDEL', HOLDS, id)
  redis.call('ZREM', DUE, 'h:' .. id)
end

-- Opens what a hold still has: a place that was booked or taken over in the meantime is no longer its own.
local function free_hold(id, hold)
  local freed = places_of(id, places_in(hold.places))
  mark(freed, IS_OPEN, nil)
  forget_hold(id, hold)
  return freed
end

-- As free_hold, but what it still has opens after a while.
local function return_hold(id, hold, now)
  local freed = places_of(id, places_in(hold.places))
  return_places(freed, id, now)
  forget_hold(id, hold)
  return freed
end

-- Its user gives it up: its places are open at once.
local function give_up_hold(id, hold, now)
  count_let_go(hold, now)
  return free_hold(id, hold)
end

local function lapse_hold(id, hold, now)
  count_let_go(hold, now)
  return return_hold(id, hold, now)
end

-- Writes down whose hold is another one, and tells it. Returns the id of what the feed says.
local function finish()
  save_users()
  return announce()
end
