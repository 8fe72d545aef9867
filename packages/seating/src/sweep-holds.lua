-- Ends holds that have lapsed, opens places that have returned, and names the holds whose confirmation should be
-- over by now: never freed here, for only MySQL knows whether they were sold.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1]   holds to end, at most
-- Reply     { code: "SWEPT", overdue: [{ holdId, bookingId, userId }] }, or NOT_LOADED
--- @include "passing-time"

if not is_loaded() then return NOT_LOADED end

local now, holds_max = now_ms(), tonumber(ARGV[1])
pass_time(now, holds_max)
forgive(now, holds_max)
local overdue = {}
for _, member in ipairs(redis.call('ZRANGEBYSCORE', DUE, ASK, ASK + now, 'LIMIT', 0, holds_max)) do
  local id = string.sub(member, 3)
  local hold = hold_of(id)
  if hold and hold.booking then
    table.insert(overdue, { holdId = id, bookingId = hold.booking, userId = hold.user })
  else
    redis.call('ZREM', DUE, member)
  end
end
finish()
return reply({ code = 'SWEPT', overdue = overdue })
