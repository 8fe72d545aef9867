-- Writes a performance as MySQL has it, when Redis does not know it. Holds begin empty: those that were
-- forgotten are gone. Whose patience is tried keeps that.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- KEYS[9]   load-lock
-- KEYS[10]  runs
-- KEYS[11]  run-starts
-- KEYS[12]  ranks
-- ARGV[1]   token: a loader that lost the lock has read too long ago
-- ARGV[2]   places, one byte each
-- ARGV[3]   JSON of sale: { field: value }
-- ARGV[4]   JSON of open places: { area: number }
-- ARGV[5]   JSON of owners: [[booking id or "house", place, …]]
-- ARGV[6]   JSON of what users have booked: { user: places }
-- ARGV[7]   texts of all runs, a line each
-- ARGV[8]   ranks
-- Reply     code LOADED; or ALREADY_LOADED, LOCK_LOST
--- @include "write-runs"
--- @include "users"
--- @include "due"

local WORDS_AT_ONCE, IMPATIENT_MAX = 2000, 10000

-- Fields and values in turn, many in one command: a stadium that is sold has tens of thousands.
local function write_hash(key, words)
  for from = 1, #words, WORDS_AT_ONCE do
    redis.call('HSET', key, unpack(words, from, math.min(#words, from + WORDS_AT_ONCE - 1)))
  end
end

if redis.call('GET', LOAD_LOCK) ~= ARGV[1] then return { 'code', 'LOCK_LOST' } end
redis.call('DEL', LOAD_LOCK)
if redis.call('EXISTS', SALE, PLACES) == 2 then return { 'code', 'ALREADY_LOADED' } end

local let_go = redis.call('ZRANGEBYSCORE', DUE, FORGIVE, '+inf', 'WITHSCORES', 'LIMIT', 0, IMPATIENT_MAX)
redis.call('DEL', SALE, OWNER, HOLDS, USERS, DUE)
redis.call('SET', PLACES, ARGV[2])
for field, value in pairs(cjson.decode(ARGV[3])) do redis.call('HSET', SALE, field, value) end
local sum = 0
for area, open in pairs(cjson.decode(ARGV[4])) do
  redis.call('HSET', SALE, 'open:' .. area, open)
  sum = sum + open
end
redis.call('HSET', SALE, 'open', sum)
local owners, users_words, forgiven_of = {}, {}, {}
for _, owner in ipairs(cjson.decode(ARGV[5])) do
  for index = 2, #owner do
    table.insert(owners, owner[index])
    table.insert(owners, owner[1])
  end
end
local booked_by = cjson.decode(ARGV[6])
for index = 1, #let_go, 2 do
  local user = string.sub(let_go[index], 3)
  forgiven_of[user] = let_go[index + 1] - FORGIVE
  booked_by[user] = booked_by[user] or 0
  redis.call('ZADD', DUE, let_go[index + 1], let_go[index])
end
for user, booked in pairs(booked_by) do
  table.insert(users_words, user)
  table.insert(users_words, string.format('%.0f %.0f %s', booked, forgiven_of[user] or 0, NO_HOLD))
end
write_hash(OWNER, owners)
write_hash(USERS, users_words)
write_runs(ARGV[7], ARGV[8])

-- Readers whose revision is older than this one know that they have missed something. A feed that was lost
-- as well begins in the next ms, so that it is newer than what it said in this one.
local has_feed = redis.call('EXISTS', FEED) == 1
local revision = has_feed and '*' or string.format('%.0f-0', now_ms() + 1)
redis.call('HSET', SALE, 'folded', redis.call('XADD', FEED, revision, 'loaded', 'all'))
redis.call('PUBLISH', BELL, '')
return { 'code', 'LOADED' }
