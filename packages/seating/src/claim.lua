-- Fragment: what the two ways to claim have in common. Prepended to both, after admission.lua.
--
-- KEYS      as in performance.lua
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- Reply     { code: "HELD", places, total, currency, expiresAt, remainingMs }, or one of NOT_LOADED,
--           SALE_NOT_OPEN { opensAt }, SALE_CLOSED, NOT_ADMITTED, CONFIRM_IN_PROGRESS,
--           LIMIT_REACHED { limit, booked }, TOO_MANY_HOLDS { retryAfterMs }, and what the claim adds; nothing has
--           changed then, but for what time has done: holds that had lapsed, places that were due

local USER, HOLD = ARGV[1], ARGV[2]
local LAPSED_PER_CLAIM_MAX = 16

local sale = {}

-- The terms of the sale: one read for all that a claim needs of them.
local function read_sale()
  local fields = { 'opensAt', 'closesAt', 'limitPerUser', 'holdMs', 'places', 'currency', 'waitingRoom' }
  local values = redis.call('HMGET', SALE, unpack(fields))
  for index, field in ipairs(fields) do sale[field] = tonumber(values[index]) or values[index] end
end

-- The user's one hold, which a claim replaces, with its id. One that lapsed a moment ago is theirs no more.
local function own_hold(now)
  local id = redis.call('HGET', HELD_BY, USER)
  local hold = hold_of(id)
  if not hold or not has_lapsed(hold, now) then return id, hold end
  lapse_hold(id, hold, now)
end

-- What stands in the way of any claim of this many places, or nothing.
local function objection(quantity, now, previous)
  if now < sale.opensAt then return { code = 'SALE_NOT_OPEN', opensAt = sale.opensAt } end
  if now >= sale.closesAt then return { code = 'SALE_CLOSED' } end
  if sale.waitingRoom == 1 and not is_admitted(USER, now) then return { code = 'NOT_ADMITTED' } end
  if previous and previous.booking then return { code = 'CONFIRM_IN_PROGRESS' } end
  local booked = tonumber(redis.call('HGET', BOOKED_BY, USER) or 0)
  if booked + quantity > sale.limitPerUser then
    return { code = 'LIMIT_REACHED', limit = sale.limitPerUser, booked = booked }
  end
  local wait = let_go_wait(USER, previous, now)
  if wait > 0 then return { code = 'TOO_MANY_HOLDS', retryAfterMs = wait } end
end

local function price_of(places)
  local fields, total = {}, 0
  for _, place in ipairs(places) do table.insert(fields, 'price:' .. run_of(place).area) end
  for _, price in ipairs(redis.call('HMGET', SALE, unpack(fields))) do total = total + tonumber(price) end
  return total
end

-- Takes the places, which must be open by now, and makes them the user's one hold.
local function hold_places(places, now)
  table.sort(places)
  mark(places, IS_HELD, HOLD)
  local hold = { user = USER, places = places, total = price_of(places), since = now }
  hold.expiresAt = now + sale.holdMs
  redis.call('HSET', HOLDS, HOLD, cjson.encode(hold))
  redis.call('ZADD', HOLD_EXPIRY, hold.expiresAt, HOLD)
  redis.call('HSET', HELD_BY, USER, HOLD)
  concerned[USER] = true
  announce()
  return {
    code = 'HELD', places = places, total = hold.total, currency = sale.currency,
    expiresAt = hold.expiresAt, remainingMs = sale.holdMs,
  }
end

local function refuse(answer)
  announce()
  return reply(answer)
end
