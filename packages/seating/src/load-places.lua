-- Writes a performance as MySQL has it, when Redis does not know it. Holds begin empty: those that were
-- forgotten are gone.
--
-- KEYS      as in performance.lua
-- ARGV[1]   token: a loader that lost the lock has read too long ago
-- ARGV[2]   places, one byte each
-- ARGV[3]   JSON of sale: { field: value }
-- ARGV[4]   JSON of areas: [[area, first place, open places]]
-- ARGV[5]   JSON of owners: [[booking id or "house", place, …]]
-- ARGV[6]   JSON of booked-by: { user: places }
-- ARGV[7]   texts of all runs, a line each
-- ARGV[8]   ranks
-- Reply     { code: "LOADED" }, or ALREADY_LOADED, LOCK_LOST

local WORDS_AT_ONCE = 2000

-- Fields and values in turn, many in one command: a stadium that is sold has tens of thousands.
local function write_hash(key, words)
  for from = 1, #words, WORDS_AT_ONCE do
    redis.call('HSET', key, unpack(words, from, math.min(#words, from + WORDS_AT_ONCE - 1)))
  end
end

if redis.call('GET', LOAD_LOCK) ~= ARGV[1] then return reply({ code = 'LOCK_LOST' }) end
redis.call('DEL', LOAD_LOCK)
if is_loaded() then return reply({ code = 'ALREADY_LOADED' }) end

redis.call('DEL', SALE, AREAS, OPEN, OWNER, HOLDS, HOLD_EXPIRY, CONFIRMING, HELD_BY, BOOKED_BY, RETURNING)
redis.call('SET', PLACES, ARGV[2])
for field, value in pairs(cjson.decode(ARGV[3])) do redis.call('HSET', SALE, field, value) end
for _, area in ipairs(cjson.decode(ARGV[4])) do
  redis.call('ZADD', AREAS, area[2], area[1])
  redis.call('HSET', OPEN, area[1], area[3])
end
local owners, booked_by = {}, {}
for _, owner in ipairs(cjson.decode(ARGV[5])) do
  for index = 2, #owner do
    table.insert(owners, owner[index])
    table.insert(owners, owner[1])
  end
end
for user, booked in pairs(cjson.decode(ARGV[6])) do
  table.insert(booked_by, user)
  table.insert(booked_by, booked)
end
write_hash(OWNER, owners)
write_hash(BOOKED_BY, booked_by)
write_runs(ARGV[7], ARGV[8])

-- Readers whose revision is older than this one know that they have missed something. A feed that was lost
-- as well begins in the next ms, so that it is newer than what it said in this one.
local has_feed = redis.call('EXISTS', FEED) == 1
local revision = has_feed and '*' or string.format('%.0f-0', now_ms() + 1)
redis.call('XADD', FEED, revision, 'loaded', 'all')
redis.call('PUBLISH', BELL, '')
return reply({ code = 'LOADED' })
