-- The live hold of a user.
--
-- KEYS      as in performance.lua
-- ARGV[1]   user id
-- Reply     { code: "FOUND", holdId, places, total, currency, expiresAt, remainingMs, extendable },
--           or NOT_LOADED, NONE

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold_id = redis.call('HGET', HELD_BY, ARGV[1])
local hold = hold_of(hold_id)
local now = now_ms()
if not hold or has_lapsed(hold, now) then return reply({ code = 'NONE' }) end
return reply({
  code = 'FOUND', holdId = hold_id, places = hold.places, total = hold.total,
  currency = redis.call('HGET', SALE, 'currency'), expiresAt = hold.expiresAt,
  remainingMs = math.max(0, hold.expiresAt - now), extendable = not hold.extended,
})
