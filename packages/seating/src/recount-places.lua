-- Repairs what is written twice: opens places that MySQL says are not sold, frees what is held without
-- a hold and is not returning, and derives counters from the places anew. For the verifier: reads the
-- whole hall.
--
-- KEYS      as in performance.lua
-- ARGV[1]   JSON [[place, owner]]: not sold, whatever stands here; left alone when the owner has changed;
--           an empty owner is none
-- ARGV[2]   JSON [[user, places, seen]]: what users have booked; left alone when it is not what was seen
-- ARGV[3]   JSON [[area, first place, last place]]
-- Reply     { code: "RECOUNTED" }, or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

for _, unsold in ipairs(cjson.decode(ARGV[1])) do
  local owner = redis.call('HGET', OWNER, unsold[1]) or ''
  if owner == unsold[2] then mark({ unsold[1] }, IS_OPEN, nil) end
end
for _, booked in ipairs(cjson.decode(ARGV[2])) do
  local known = tonumber(redis.call('HGET', BOOKED_BY, booked[1]) or 0)
  if known == booked[3] then redis.call('HSET', BOOKED_BY, booked[1], booked[2]) end
end

-- A hold that is on no list of deadlines would never end.
local holds = redis.call('HGETALL', HOLDS)
for index = 1, #holds, 2 do
  local id, hold = holds[index], cjson.decode(holds[index + 1])
  if hold.booking then
    redis.call('ZADD', CONFIRMING, 'NX', now_ms(), id)
  else
    redis.call('ZADD', HOLD_EXPIRY, 'NX', hold.expiresAt, id)
  end
end

local places = redis.call('GET', PLACES)

-- What is listed as returning, and is not, has no business there.
local is_returning = {}
for _, text in ipairs(redis.call('ZRANGE', RETURNING, 0, -1)) do
  local place = tonumber(text)
  local is_owned = redis.call('HGET', OWNER, place) == RETURNING_OWNER
  is_returning[place] = is_owned and string.byte(places, place + 1) == HELD_BYTE
  if not is_returning[place] then
    redis.call('ZREM', RETURNING, place)
    if is_owned then redis.call('HDEL', OWNER, place) end
  end
end

local bytes = {}
for place = 0, #places - 1 do
  local byte = string.byte(places, place + 1)
  local is_held = byte == HELD_BYTE and not is_returning[place]
  if is_held and not hold_of(redis.call('HGET', OWNER, place)) then
    mark({ place }, IS_OPEN, nil)
    byte = OPEN_BYTE
  end
  bytes[place] = byte
end

for _, area in ipairs(cjson.decode(ARGV[3])) do
  local open = 0
  for place = area[2], area[3] do
    if bytes[place] == OPEN_BYTE then open = open + 1 end
  end
  redis.call('HSET', OPEN, area[1], open)
end
announce()
return reply({ code = 'RECOUNTED' })
