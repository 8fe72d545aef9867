-- Ends holds that have lapsed, opens places that have returned, and names the holds whose confirmation should be
-- over by now: never freed here, for only MySQL knows whether they were sold.
--
-- KEYS      as in performance.lua
-- ARGV[1]   holds to end, at most
-- Reply     { code: "SWEPT", overdue: [{ holdId, bookingId, userId }] }, or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local now, holds_max = now_ms(), tonumber(ARGV[1])
free_lapsed(now, holds_max)
local overdue = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', CONFIRMING, '-inf', now, 'LIMIT', 0, holds_max)) do
  local hold = hold_of(id)
  if hold then
    table.insert(overdue, { holdId = id, bookingId = hold.booking, userId = hold.user })
  else
    redis.call('ZREM', CONFIRMING, id)
  end
end
announce()
return reply({ code = 'SWEPT', overdue = overdue })
