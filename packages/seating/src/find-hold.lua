-- The live hold of a user.
--
-- KEYS[1]   sale
-- KEYS[2]   holds
-- KEYS[3]   users
-- ARGV[1]   user id
-- Reply     code FOUND, holdId, places (see areas.lua), total, currency, expiresAt (ms), remainingMs, extended (1 or
--           0); or NOT_LOADED, NONE
--- @include "performance"
--- @include "users"
--- @include "holds"

if not read_sale('currency') then return NOT_LOADED end

local hold_id = user_of(ARGV[1]).hold
local hold = hold_of(hold_id)
local now = now_ms()
if not hold or has_lapsed(hold, now) then return { 'code', 'NONE' } end
return {
  'code', 'FOUND', 'holdId', hold_id, 'places', hold.places, 'total', hold.total, 'currency', sale.currency,
  'expiresAt', hold.expires_at, 'remainingMs', math.max(0, hold.expires_at - now), 'extended', tonumber(hold.extended),
}
