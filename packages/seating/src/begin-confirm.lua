-- Marks live holds, each as being confirmed by a booking, as if one had come after the other: from now on it does not
-- lapse by itself, for only MySQL can tell what becomes of it. The same booking may begin again.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1]   ms after which the sweeper asks MySQL
-- ARGV[2…]  for each booking: hold id, user id, booking id
-- Reply     for each booking, in their order: code BEGUN, places (see areas.lua), version of the terms here; or
--           HOLD_EXPIRED, CONFIRM_IN_PROGRESS (by another booking); or NOT_LOADED for all of them
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end
read_sale('version')

local ids, holds = {}, {}
for index = 2, #ARGV, 3 do ids[#ids + 1] = ARGV[index] end
for index, text in ipairs(redis.call('HMGET', HOLDS, unpack(ids))) do
  holds[ids[index]] = read_hold(text)
end

local now = now_ms()
local asks_at, begun, entries = ASK + now + tonumber(ARGV[1]), {}, {}

local function answer(id, user, booking)
  local hold = holds[id]
  if not hold or hold.user ~= user then return { 'code', 'HOLD_EXPIRED' } end
  if has_lapsed(hold, now) then
    lapse_hold(id, hold, now)
    holds[id] = nil
    return { 'code', 'HOLD_EXPIRED' }
  end
  if hold.booking and hold.booking ~= booking then return { 'code', 'CONFIRM_IN_PROGRESS' } end
  hold.booking = booking
  begun[#begun + 1] = id
  entries[#entries + 1], entries[#entries + 2] = asks_at, 'h:' .. id
  return { 'code', 'BEGUN', 'places', hold.places, 'version', sale.version or 0 }
end

local answers = {}
for index, id in ipairs(ids) do
  local at = 3 * index
  answers[index] = answer(id, ARGV[at], ARGV[at + 1])
end
if #begun > 0 then
  save_holds(begun, holds)
  redis.call('ZADD', DUE, unpack(entries))
end
finish()
return answers
