-- Fragment: the right to claim, where a performance has a waiting room. Prepended to every seating script, after
-- holds.lua.
--
-- KEYS[22]  admitted  sorted set: user by the ms at which their admission expires
-- ARGV      differ by script
-- Reply     differs by script

local ADMITTED = KEYS[22]

local function is_admitted(user, now)
  return tonumber(redis.call('ZSCORE', ADMITTED, user) or 0) > now
end

-- Whoever has booked, has left, or was sent out makes room for the next.
local function end_admission(user)
  if redis.call('ZREM', ADMITTED, user) == 1 then moved[user] = true end
end
