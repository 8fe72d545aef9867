-- Repairs what is counted twice: opens places that MySQL says are not sold, frees what is held without
-- a hold, and derives bits and counters from the places anew. For the verifier: reads the whole hall.
--
-- KEYS      as in performance.lua
-- ARGV[1]   JSON [[place, owner]]: not sold, whatever stands here; left alone when the owner has changed
-- ARGV[2]   JSON [[user, places]]: what users have booked
-- Reply     { code: "RECOUNTED" }, or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

for _, unsold in ipairs(cjson.decode(ARGV[1])) do
  if redis.call('HGET', OWNER, unsold[1]) == unsold[2] then mark(unsold[1], IS_OPEN, nil) end
end
for _, booked in ipairs(cjson.decode(ARGV[2])) do
  redis.call('HSET', BOOKED_BY, booked[1], booked[2])
end

local count = sale_number('places')
local open = {}
for _, area in ipairs(redis.call('ZRANGE', AREAS, 0, -1)) do open[area] = 0 end
for place = 0, count - 1 do
  local state = state_of(place)
  if state == IS_HELD and not hold_of(redis.call('HGET', OWNER, place)) then
    mark(place, IS_OPEN, nil)
    state = IS_OPEN
  end
  redis.call('SETBIT', OPEN_BITS, place, state == IS_OPEN and 1 or 0)
  if state == IS_OPEN then
    local area = area_of(place)
    open[area] = open[area] + 1
  end
end
for area, places in pairs(open) do redis.call('HSET', OPEN, area, places) end
announce()
return reply({ code = 'RECOUNTED' })
