-- Writes the terms of a sale as MySQL has them. Where its areas have other places or prices than before,
-- everything but the feed is forgotten: whoever asks next loads it anew, with its runs by their prices. So it is
-- where the sale has opened too early, on terms that were old by then: nothing may be held on them, and the line of
-- its waiting room begins anew, for some were let in, and others came behind the draw.
--
-- KEYS      as in performance.lua
-- ARGV[1]   version of the terms
-- ARGV[2]   "newer": only when those known here are older; "always" is for the verifier
-- ARGV[3]   JSON of sale: { field: value }, all of them
-- Reply     { code: "SET" }, or KEPT, FORGOTTEN, NOT_LOADED

if not is_loaded() then
  -- Whoever is loading at this moment may have read the old terms, and has to read again.
  redis.call('DEL', LOAD_LOCK)
  return reply({ code = 'NOT_LOADED' })
end

local version = tonumber(ARGV[1])
if ARGV[2] == 'newer' and version <= (sale_number('version') or 0) then
  return reply({ code = 'KEPT' })
end

local terms = cjson.decode(ARGV[3])
local now = now_ms()
local has_opened = (sale_number('opensAt') or 0) <= now
local is_too_early = has_opened and terms.opensAt > now
local is_other = is_too_early
for field, value in pairs(terms) do
  local is_layout = field == 'places' or field:find('^first:') or field:find('^last:')
  if (is_layout or field:find('^price:')) and sale_number(field) ~= value then is_other = true end
end
if is_other then
  redis.call('DEL', SALE, AREAS, PLACES, OPEN, OWNER)
  redis.call('DEL', HOLDS, HOLD_EXPIRY, CONFIRMING, HELD_BY, BOOKED_BY, RUNS, RUN_STARTS, RANKS)
  -- line, absent, admitted, people, draws and pace: see room.lua of the waiting room.
  if is_too_early then redis.call('UNLINK', KEYS[20], KEYS[21], ADMITTED, KEYS[23], KEYS[24], KEYS[25]) end
  tell({ 'sale', tostring(version) })
  return reply({ code = 'FORGOTTEN' })
end

for field, value in pairs(terms) do redis.call('HSET', SALE, field, value) end
tell({ 'sale', tostring(version) })
return reply({ code = 'SET' })
