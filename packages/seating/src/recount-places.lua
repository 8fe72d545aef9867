-- Repairs what is written twice: opens places that MySQL says are not sold, frees what is held without
-- a hold and is not returning, and derives counters from the places anew. For the verifier: reads the
-- whole hall.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1]   JSON [[place, owner]]: not sold, whatever stands here; left alone when the owner has changed;
--           an empty owner is none
-- ARGV[2]   JSON [[user, places, seen]]: what users have booked; left alone when it is not what was seen
-- ARGV[3]   JSON [[area, first place, last place]]
-- Reply     code RECOUNTED; or NOT_LOADED
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end

for _, unsold in ipairs(cjson.decode(ARGV[1])) do
  local owner = redis.call('HGET', OWNER, unsold[1]) or ''
  if owner == unsold[2] then mark({ unsold[1] }, IS_OPEN, nil) end
end
for _, booked in ipairs(cjson.decode(ARGV[2])) do
  if user_of(booked[1]).booked == booked[3] then user_to_change(booked[1]).booked = booked[2] end
end

-- A hold that is on no list of deadlines would never end.
local holds = redis.call('HGETALL', HOLDS)
for index = 1, #holds, 2 do
  local hold = read_hold(holds[index + 1])
  if hold then
    local score = hold.booking and ASK + now_ms() or hold.expires_at
    redis.call('ZADD', DUE, 'NX', score, 'h:' .. holds[index])
  end
end

local places = redis.call('GET', PLACES)

-- A place listed as returning that is not is taken off the list.
local is_returning = {}
for _, member in ipairs(redis.call('ZRANGEBYSCORE', DUE, '-inf', BEFORE_ASK)) do
  local place = place_in(member)
  if place then
    local is_owned = redis.call('HGET', OWNER, place) == RETURNING_OWNER
    is_returning[place] = is_owned and string.byte(places, place + 1) == HELD_BYTE
    if not is_returning[place] then
      stop_returning({ place })
      if is_owned then redis.call('HDEL', OWNER, place) end
    end
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

local sum = 0
for _, area in ipairs(cjson.decode(ARGV[3])) do
  local open = 0
  for place = area[2], area[3] do
    if bytes[place] == OPEN_BYTE then open = open + 1 end
  end
  redis.call('HSET', SALE, 'open:' .. area[1], open)
  sum = sum + open
end
redis.call('HSET', SALE, 'open', sum)
finish()
return { 'code', 'RECOUNTED' }
