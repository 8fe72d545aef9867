-- Holds the best n places that are left, of those asked for: all n or none. Together wherever n are together;
-- see best-together.lua, best-apart.lua and best-beside.lua. An earlier hold of the user is given back only when
-- the new one succeeds, and its places are theirs to choose again; what that means for its time, claim-places.lua says.
--
-- However many ask at the same moment, nobody fights for the same places: each finds what is the best when their
-- turn comes, and holds it in the same step. The work is bounded, in a hall of any size: it looks at the best runs
-- of some buckets, never through the hall.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- KEYS[9]   admitted
-- KEYS[10]  runs
-- KEYS[11]  run-starts
-- KEYS[12]  ranks
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- ARGV[3]   version of the terms by which the rest was made
-- ARGV[4]   quantity
-- ARGV[5]   how many of them are for wheelchairs
-- ARGV[6]   the groups of runs that are asked for, with commas between them: see runs.lua; - where the area is none of
--           this hall
-- ARGV[7]   prices by their levels, with commas between them
-- Reply     as in claim.lua: HELD also has places (see areas.lua) and total; and UNKNOWN_AREA, NOT_ENOUGH_PLACES
--           remaining: how many could be had; RUNS_BEHIND: the run index has to be brought up to the feed first
--- @include "best-beside"

table.insert(CLAIM_TERMS, 'folded')
if not read_sale(unpack(CLAIM_TERMS)) then return NOT_LOADED end
local claim = { user = ARGV[1], hold_id = ARGV[2], version = ARGV[3] }
local other = other_terms(claim)
if other then return other end
if ARGV[6] == '-' then return { 'code', 'UNKNOWN_AREA' } end

if redis.call('EXISTS', PLACES, RUN_STARTS, RANKS) < 3 then
  return is_loaded() and { 'code', 'RUNS_BEHIND' } or NOT_LOADED
end

local quantity, wheelchairs = tonumber(ARGV[4]), tonumber(ARGV[5])
local ENTRIES_PER_CLAIM_MAX = 256

-- When all seems full, places whose moment has come but that nobody has opened yet may be what fills it. Holds that
-- lapsed are none: theirs only begin to return.
local DUE_WHEN_FULL_MAX = 500

local groups, prices = {}, {}
for group in string.gmatch(ARGV[6], '%d+') do table.insert(groups, tonumber(group)) end
for price in string.gmatch(ARGV[7], '%d+') do table.insert(prices, tonumber(price)) end

local function find()
  refresh_changed()
  if wheelchairs > 0 then return find_beside(groups, wheelchairs, quantity - wheelchairs, claim.hold_id) end
  local together = find_together(groups, quantity)
  if together then return together end
  return find_apart(groups, quantity)
end

local function refuse(answer)
  finish()
  return answer
end

local now = now_ms()
pass_time(now, LAPSED_PER_CALL_MAX)

local previous_id, previous = own_hold(claim, now)
local no = objection(claim, quantity, now, previous)
if no then return refuse(no) end

-- An index that is behind finds places that are gone, and misses some that are open.
if fold_feed(ENTRIES_PER_CLAIM_MAX) ~= 'folded' then return refuse({ 'code', 'RUNS_BEHIND' }) end

local own = previous and places_of(previous_id, places_in(previous.places)) or {}
mark(own, IS_OPEN, nil)
local chosen, remaining = find()
if not chosen and pass_time(now, DUE_WHEN_FULL_MAX) > 0 then chosen, remaining = find() end
mark(own, IS_HELD, previous_id)
-- Nothing has changed for them.
for _, place in ipairs(own) do changes[place] = nil end
if not chosen then
  refresh_changed(own)
  return refuse({ 'code', 'NOT_ENOUGH_PLACES', 'remaining', remaining })
end

table.sort(chosen)
claim.total, claim.places = 0, text_of(chosen)
for _, place in ipairs(chosen) do claim.total = claim.total + prices[run_of(place).level + 1] end
local hold = grant(claim, chosen, now, previous_id, previous)
hold_granted()
-- Also of what was opened for the search only.
refresh_changed(own)
local told = finish()
if told then redis.call('HSET', SALE, 'folded', told) end
return held(hold, now, 'places', hold.places, 'total', hold.total)
