-- Holds named places for some users, each all that they named or none, as if one had come after the other. An
-- earlier hold of a user is given back only when the new one succeeds. Costs as many steps as places are asked for,
-- in a hall of any size; what can be read or written for all of them at once is.
--
-- A hold that keeps any place of the hold that it replaces ends when that would have ended, and can be extended only
-- where that could: see grant in claim.lua. A claim that is sent again finds that it has succeeded.
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
-- ARGV[1…]  for each claim: user id; hold id, fresh; version of the terms by which the rest was made; what the places
--           cost together; and the places, each once, in their order, by area: see areas.lua
-- Reply     for each claim, in their order, as in claim.lua, or INVALID_PLACE places, PLACES_TAKEN places; or
--           NOT_LOADED for all of them
--- @include "claim"

if not is_loaded() then return NOT_LOADED end
read_sale(unpack(CLAIM_TERMS))

local claims, users = {}, {}
for index = 1, #ARGV, 5 do
  local user = ARGV[index]
  users[#users + 1] = user
  claims[#claims + 1] = {
    user = user, hold_id = ARGV[index + 1], version = ARGV[index + 2], total = ARGV[index + 3],
    places = ARGV[index + 4],
  }
end
look_at_users(users)

local now = now_ms()
-- No fewer holds may lapse in a call than it can make.
local _, is_behind = pass_time(now, math.max(LAPSED_PER_CALL_MAX, 2 * #claims))

local function refuse_places(code, places)
  return { 'code', code, 'places', table.concat(places, ',') }
end

local function refuse_invalid(asked)
  local invalid = {}
  for _, place in ipairs(asked) do
    if place >= sale.places then table.insert(invalid, place) end
  end
  return refuse_places('INVALID_PLACE', invalid)
end

-- Those of the places that the user of this hold cannot have.
local function taken_of(asked, own_id)
  local taken, in_question = {}, {}
  for index, state in ipairs(states_of(asked)) do
    local place = asked[index]
    if state == HELD_BYTE and (own_id or is_behind) then
      table.insert(in_question, place)
    elseif state ~= OPEN_BYTE or granted_to[place] then
      table.insert(taken, place)
    end
  end
  if #in_question == 0 then return taken end
  for index, owner in ipairs(owners_of(in_question)) do
    -- A hold that lapsed a moment ago may still be waiting for its turn. It gives nothing to who happens to find it:
    -- its places begin to return, as any that lapse.
    local hold = is_behind and owner and hold_of(owner)
    if hold and has_lapsed(hold, now) then lapse_hold(owner, hold, now) end
    if not own_id or owner ~= own_id then table.insert(taken, in_question[index]) end
  end
  table.sort(taken)
  return taken
end

local function answer(claim)
  local other = other_terms(claim)
  if other then return other end
  local asked = places_in(claim.places)
  if asked[#asked] >= sale.places then return refuse_invalid(asked) end
  local own_id, own = own_hold(claim, now)
  if own_id == claim.hold_id then return held(own, now) end
  local no = objection(claim, #asked, now, own)
  if no then return no end
  local taken = taken_of(asked, own_id)
  if #taken > 0 then return refuse_places('PLACES_TAKEN', taken) end
  return held(grant(claim, asked, now, own_id, own), now)
end

local answers = {}
for index, claim in ipairs(claims) do answers[index] = answer(claim) end
hold_granted()
finish()
return answers
