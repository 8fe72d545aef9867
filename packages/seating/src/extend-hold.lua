-- Begins the time of a hold anew, once.
--
-- KEYS      as in performance.lua
-- ARGV[1]   hold id
-- ARGV[2]   user id
-- Reply     { code: "EXTENDED", places, total, currency, expiresAt, remainingMs }, or NOT_LOADED, NOT_YOURS,
--           HOLD_EXPIRED, CONFIRM_IN_PROGRESS, ALREADY_EXTENDED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold_id = ARGV[1]
local hold = hold_of(hold_id)
if not hold then return reply({ code = 'HOLD_EXPIRED' }) end
if hold.user ~= ARGV[2] then return reply({ code = 'NOT_YOURS' }) end
if hold.booking then return reply({ code = 'CONFIRM_IN_PROGRESS' }) end

local now = now_ms()
if has_lapsed(hold, now) then
  lapse_hold(hold_id, hold, now)
  announce()
  return reply({ code = 'HOLD_EXPIRED' })
end
if hold.extended then return reply({ code = 'ALREADY_EXTENDED' }) end

local hold_ms = sale_number('holdMs')
hold.extended = true
hold.expiresAt = now + hold_ms
redis.call('HSET', HOLDS, hold_id, cjson.encode(hold))
redis.call('ZADD', HOLD_EXPIRY, hold.expiresAt, hold_id)
concerned[hold.user] = true
announce()
return reply({
  code = 'EXTENDED', places = hold.places, total = hold.total,
  currency = redis.call('HGET', SALE, 'currency'), expiresAt = hold.expiresAt, remainingMs = hold_ms,
})
