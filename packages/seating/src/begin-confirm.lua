-- Marks a live hold as being confirmed by a booking: from now on it does not lapse by itself, for only
-- MySQL can tell what becomes of it. The same booking may begin again.
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
-- ARGV[3]   booking id
-- ARGV[4]   ms after which the sweeper asks MySQL
-- Reply     code BEGUN, places (see areas.lua), version of the terms here; or NOT_LOADED, HOLD_EXPIRED,
--           CONFIRM_IN_PROGRESS (by another booking)
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end

local hold_id, user, booking = ARGV[1], ARGV[2], ARGV[3]
local hold = hold_of(hold_id)
if not hold or hold.user ~= user then return { 'code', 'HOLD_EXPIRED' } end

local now = now_ms()
if has_lapsed(hold, now) then
  lapse_hold(hold_id, hold, now)
  finish()
  return { 'code', 'HOLD_EXPIRED' }
end
if hold.booking and hold.booking ~= booking then return { 'code', 'CONFIRM_IN_PROGRESS' } end

hold.booking = booking
save_hold(hold_id, hold)
redis.call('ZADD', DUE, ASK + now + tonumber(ARGV[4]), 'h:' .. hold_id)
local version = tonumber(redis.call('HGET', SALE, 'version'))
return { 'code', 'BEGUN', 'places', hold.places, 'version', version or 0 }
