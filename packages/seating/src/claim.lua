-- Fragment: what the two ways to claim have in common. Prepended to both, after performance.lua.
--
-- KEYS      as in performance.lua
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- Reply     { code: "HELD", places, total, currency, expiresAt, remainingMs }, or one of NOT_LOADED,
--           SALE_NOT_OPEN { opensAt }, SALE_CLOSED, CONFIRM_IN_PROGRESS, LIMIT_REACHED { limit, booked },
--           and what the claim adds; nothing has changed then, but for holds that had lapsed

local USER, HOLD = ARGV[1], ARGV[2]
local LAPSED_PER_CLAIM_MAX = 16

-- What stands in the way of any claim of this many places, or nothing.
local function objection(quantity, now, previous)
  local opens_at, closes_at = sale_number('opensAt'), sale_number('closesAt')
  if now < opens_at then return { code = 'SALE_NOT_OPEN', opensAt = opens_at } end
  if now >= closes_at then return { code = 'SALE_CLOSED' } end
  if previous and previous.booking then return { code = 'CONFIRM_IN_PROGRESS' } end
  local limit = sale_number('limitPerUser')
  local booked = tonumber(redis.call('HGET', BOOKED_BY, USER) or 0)
  if booked + quantity > limit then return { code = 'LIMIT_REACHED', limit = limit, booked = booked } end
  return nil
end

local function price_of(place)
  return sale_number('price:' .. area_of(place))
end

-- Takes the places, which must be open by now, and makes them the user's one hold.
local function hold_places(places, now)
  local total = 0
  for _, place in ipairs(places) do
    total = total + price_of(place)
    mark(place, IS_HELD, HOLD)
  end
  local hold_ms = sale_number('holdMs')
  local hold = { user = USER, places = places, total = total, expiresAt = now + hold_ms }
  redis.call('HSET', HOLDS, HOLD, cjson.encode(hold))
  redis.call('ZADD', HOLD_EXPIRY, hold.expiresAt, HOLD)
  redis.call('HSET', HELD_BY, USER, HOLD)
  announce()
  return {
    code = 'HELD', places = places, total = total, currency = redis.call('HGET', SALE, 'currency'),
    expiresAt = hold.expiresAt, remainingMs = hold_ms,
  }
end

local function refuse(answer)
  announce()
  return reply(answer)
end
