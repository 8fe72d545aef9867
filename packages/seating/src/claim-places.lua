-- Holds the named places for a user: all of them or none. An earlier hold of the user is given back
-- only when the new one succeeds. Costs as many steps as places are asked for, in a hall of any size.
--
-- A hold that keeps any place of the hold that it replaces ends when that would have ended, and can be extended only
-- where that could: see hold_places in claim.lua.
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
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- ARGV[3]   version of the terms by which the rest was made
-- ARGV[4]   what the places cost together
-- ARGV[5]   the places, each once, in their order, by area: see areas.lua
-- Reply     as in claim.lua, and INVALID_PLACE places, PLACES_TAKEN places
--- @include "claim"

if not read_sale(unpack(CLAIM_TERMS)) then return NOT_LOADED end
local other = other_terms()
if other then return other end

local function refuse_places(code, places)
  return { 'code', code, 'places', table.concat(places, ',') }
end

local asked = places_in(ARGV[5])
if asked[#asked] >= sale.places then
  local invalid = {}
  for _, place in ipairs(asked) do
    if place >= sale.places then table.insert(invalid, place) end
  end
  return refuse_places('INVALID_PLACE', invalid)
end
local states = states_of(asked)
if states[1] == 0 then return NOT_LOADED end

local now = now_ms()
local passed, is_behind = pass_time(now, LAPSED_PER_CLAIM_MAX)
local previous_id, previous = own_hold(now)
local no = objection(#asked, now, previous)
if no then return refuse(no) end

if passed > 0 then states = states_of(asked) end
local taken, in_question = {}, {}
for index, place in ipairs(asked) do
  if states[index] == HELD_BYTE and (previous or is_behind) then
    table.insert(in_question, place)
  elseif states[index] ~= OPEN_BYTE then
    table.insert(taken, place)
  end
end
if #in_question > 0 then
  for index, owner in ipairs(owners_of(in_question)) do
    -- A hold that lapsed a moment ago may still be waiting for its turn. It gives nothing to who happens to find it:
    -- its places begin to return, as any that lapse.
    local hold = is_behind and owner and hold_of(owner)
    if hold and has_lapsed(hold, now) then lapse_hold(owner, hold, now) end
    if not previous or owner ~= previous_id then table.insert(taken, in_question[index]) end
  end
  table.sort(taken)
end
if #taken > 0 then return refuse(refuse_places('PLACES_TAKEN', taken)) end

local hold = { total = ARGV[4], places = ARGV[5] }
hold_places(asked, hold, previous_id, previous, now)
finish()
return held(hold, now)
