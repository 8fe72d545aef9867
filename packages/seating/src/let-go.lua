-- Fragment: the holds that people let go without a booking: so many, and then they wait.
--
-- KEYS      due
-- ARGV      differ by script
-- Reply     differs by script
--- @include "users"
--- @include "due"

-- So many holds may be let go at once, and one more each so often: more than anybody does who is choosing.
local LET_GO_MAX, FORGIVEN_EACH_MS, PATIENCE_PER_HOLD_MS = 10, 60000, 30000
local FORGIVEN_PER_HOLD = 2

-- When the holds that a user let go are forgiven. However long they hold something meanwhile, only the first part
-- of it counts as patience: or one hold after another could be had, for ever.
local function forgiven_at(user, hold, now)
  local forgiven = user_of(user).forgiven
  local since = hold and hold.since or now
  if forgiven <= since then return math.max(forgiven, now) end
  local held_ms = hold and math.min(now, hold.expires_at) - since or 0
  return math.max(forgiven + math.max(0, held_ms - PATIENCE_PER_HOLD_MS), now)
end

-- Forgets what is forgiven, of so many users at most.
local function forgive(now, users_max)
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', DUE, FORGIVE, FORGIVE + now, 'LIMIT', 0, users_max)) do
    user_to_change(string.sub(member, 3)).forgiven = 0
    redis.call('ZREM', DUE, member)
  end
end

-- Counts a hold that its user lets go without a booking: the generic cell rate algorithm (ITU-T I.371). A user who
-- has nothing to be forgiven any more is forgotten, a few at a time.
local function count_let_go(hold, now)
  local forgiven = forgiven_at(hold.user, hold, now) + FORGIVEN_EACH_MS
  user_to_change(hold.user).forgiven = forgiven
  redis.call('ZADD', DUE, FORGIVE + forgiven, 'u:' .. hold.user)
  forgive(now, FORGIVEN_PER_HOLD)
end

-- For how many ms a user may claim nothing, for they have let go too many holds; what they hold they may let go
-- as well.
local function let_go_wait(user, hold, now)
  return forgiven_at(user, hold, now) - now - (LET_GO_MAX - 1) * FORGIVEN_EACH_MS
end
