-- Fragment: the right to claim, where a performance has a waiting room.
--
-- admitted is a sorted set: user by the ms at which their admission expires.
--
-- KEYS      admitted
-- ARGV      differ by script
-- Reply     differs by script
--- @include "feed"

local function is_admitted(user, now)
  return tonumber(redis.call('ZSCORE', ADMITTED, user) or 0) > now
end

-- A person who has booked, has left, or was sent out makes room for the next.
local function end_admission(user)
  if redis.call('ZREM', ADMITTED, user) == 1 then note('standing', user) end
end
