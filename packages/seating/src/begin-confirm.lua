-- Marks a live hold as being confirmed by a booking: from now on it does not lapse by itself, for only
-- MySQL can tell what becomes of it. The same booking may begin again.
--
-- KEYS      as in performance.lua
-- ARGV[1]   hold id
-- ARGV[2]   user id
-- ARGV[3]   booking id
-- ARGV[4]   ms after which the sweeper asks MySQL
-- Reply     { code: "BEGUN", places, version of the terms here }, or NOT_LOADED, HOLD_EXPIRED,
--           CONFIRM_IN_PROGRESS (by another booking)

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold_id, user, booking = ARGV[1], ARGV[2], ARGV[3]
local hold = hold_of(hold_id)
if not hold or hold.user ~= user then return reply({ code = 'HOLD_EXPIRED' }) end

local now = now_ms()
if has_lapsed(hold, now) then
  lapse_hold(hold_id, hold, now)
  announce()
  return reply({ code = 'HOLD_EXPIRED' })
end
if hold.booking and hold.booking ~= booking then return reply({ code = 'CONFIRM_IN_PROGRESS' }) end

hold.booking = booking
redis.call('HSET', HOLDS, hold_id, cjson.encode(hold))
redis.call('ZREM', HOLD_EXPIRY, hold_id)
redis.call('ZADD', CONFIRMING, now + tonumber(ARGV[4]), hold_id)
return reply({ code = 'BEGUN', places = hold.places, version = sale_number('version') or 0 })
