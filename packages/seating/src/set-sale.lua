-- Writes the terms of a sale as MySQL has them. Where its areas have other places or prices than before,
-- everything but the feed is forgotten: whoever asks next loads it anew, with its runs by their prices. So it is
-- where the sale has opened too early, on terms that were old by then: nothing may be held on them, and the line of
-- its waiting room begins anew, for some were let in, and others came behind the draw.
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
-- KEYS[13]  line
-- KEYS[14]  absent
-- KEYS[15]  admitted
-- KEYS[16]  people
-- KEYS[17]  draws
-- KEYS[18]  pace
-- ARGV[1]   version of the terms
-- ARGV[2]   "newer": only when those known here are older; "always" is for the verifier
-- ARGV[3]   JSON of sale: { field: value }, all of them
-- Reply     code SET; or KEPT, FORGOTTEN, NOT_LOADED
--- @include "states"

if not is_loaded() then
  -- A process that is loading at this moment may have read the old terms, and has to read again.
  redis.call('DEL', LOAD_LOCK)
  return NOT_LOADED
end

read_sale('version', 'opensAt', 'areas')
local version = tonumber(ARGV[1])
if ARGV[2] == 'newer' and version <= (sale.version or 0) then return { 'code', 'KEPT' } end

local terms = cjson.decode(ARGV[3])
local now = now_ms()
local has_opened = (sale.opensAt or 0) <= now
local is_too_early = has_opened and terms.opensAt > now
if is_too_early or terms.areas ~= sale.areas then
  redis.call('DEL', SALE, PLACES, OWNER, HOLDS, USERS, DUE, RUNS, RUN_STARTS, RANKS)
  if is_too_early then redis.call('UNLINK', LINE, ABSENT, ADMITTED, PEOPLE, DRAWS, PACE) end
  tell({ 'sale', tostring(version) })
  return { 'code', 'FORGOTTEN' }
end

for field, value in pairs(terms) do redis.call('HSET', SALE, field, value) end
tell({ 'sale', tostring(version) })
return { 'code', 'SET' }
