-- Begins the time of a hold anew, once.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1]   hold id
-- ARGV[2]   user id
-- Reply     code EXTENDED, places (see areas.lua), total, currency, expiresAt (ms), remainingMs; or NOT_LOADED,
--           NOT_YOURS, HOLD_EXPIRED, CONFIRM_IN_PROGRESS, ALREADY_EXTENDED
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end

local hold_id = ARGV[1]
local hold = hold_of(hold_id)
if not hold then return { 'code', 'HOLD_EXPIRED' } end
if hold.user ~= ARGV[2] then return { 'code', 'NOT_YOURS' } end
if hold.booking then return { 'code', 'CONFIRM_IN_PROGRESS' } end

local now = now_ms()
if has_lapsed(hold, now) then
  lapse_hold(hold_id, hold, now)
  finish()
  return { 'code', 'HOLD_EXPIRED' }
end
if hold.extended == '1' then return { 'code', 'ALREADY_EXTENDED' } end

read_sale('holdMs', 'currency')
hold.extended, hold.expires_at = '1', now + sale.holdMs
save_holds({ hold_id }, { [hold_id] = hold })
redis.call('ZADD', DUE, hold.expires_at, 'h:' .. hold_id)
note('users', hold.user)
finish()
return {
  'code', 'EXTENDED', 'places', hold.places, 'total', hold.total, 'currency', sale.currency,
  'expiresAt', hold.expires_at, 'remainingMs', sale.holdMs,
}
