-- Fragment: what the two ways to claim have in common.
--
-- A claim is its user, the hold_id that it would have, fresh, and the version of the terms by which the rest of it was
-- made. Once there is something to grant, it also has what that costs (total) and the text of its places.
--
-- KEYS      due
-- ARGV      differ by script
-- Reply     of a claim: code HELD, expiresAt (ms), remainingMs, extended (1 or 0) and what the way adds; or NOT_LOADED,
--           OLD_TERMS version, SALE_NOT_OPEN opensAt, SALE_CLOSED, NOT_ADMITTED, CONFIRM_IN_PROGRESS,
--           LIMIT_REACHED limit booked, TOO_MANY_HOLDS retryAfterMs, and what the way adds; nothing has changed
--           then, but for what time has done: holds that had lapsed, places that were due
--- @include "passing-time"
--- @include "admission"

local LAPSED_PER_CALL_MAX = 16
local CLAIM_TERMS = { 'version', 'opensAt', 'closesAt', 'limitPerUser', 'holdMs', 'places', 'waitingRoom' }

-- Holds that are granted, by their ids and in their order, and their places, each with its hold's id: hold_granted
-- writes all of it down at once.
local granted, granted_ids, granted_places, granted_to = {}, {}, {}, {}

-- Other terms than those that the claim was made by have other areas, prices or hours: it has to be made anew.
local function other_terms(claim)
  if sale.version ~= tonumber(claim.version) then return { 'code', 'OLD_TERMS', 'version', sale.version } end
end

-- Writes down what is granted. Its places are open until then, or of the hold that was replaced.
local function hold_granted()
  if #granted_ids == 0 then return end
  local entries, owners = {}, {}
  for index, id in ipairs(granted_ids) do
    entries[2 * index - 1], entries[2 * index] = granted[id].expires_at, 'h:' .. id
  end
  for index, place in ipairs(granted_places) do owners[index] = granted_to[place] end
  mark(granted_places, IS_HELD, owners)
  save_holds(granted_ids, granted)
  redis.call('ZADD', DUE, unpack(entries))
  granted, granted_ids, granted_places, granted_to = {}, {}, {}, {}
end

-- The user's one hold, which a claim replaces, with its id. One that lapsed a moment ago is theirs no more.
local function own_hold(claim, now)
  local id = user_of(claim.user).hold
  if granted[id] then hold_granted() end
  local hold = hold_of(id)
  if not hold then return nil end
  if not has_lapsed(hold, now) then return id, hold end
  lapse_hold(id, hold, now)
end

-- The objection to any claim of this many places, or nothing.
local function objection(claim, quantity, now, previous)
  if now < sale.opensAt then return { 'code', 'SALE_NOT_OPEN', 'opensAt', sale.opensAt } end
  if now >= sale.closesAt then return { 'code', 'SALE_CLOSED' } end
  if sale.waitingRoom == 1 and not is_admitted(claim.user, now) then return { 'code', 'NOT_ADMITTED' } end
  if previous and previous.booking then return { 'code', 'CONFIRM_IN_PROGRESS' } end
  local booked = user_of(claim.user).booked
  if booked + quantity > sale.limitPerUser then
    return { 'code', 'LIMIT_REACHED', 'limit', sale.limitPerUser, 'booked', booked }
  end
  local wait = let_go_wait(claim.user, previous, now)
  if wait > 0 then return { 'code', 'TOO_MANY_HOLDS', 'retryAfterMs', wait } end
end

-- Opens what is not chosen again of the hold that is replaced. Says whether something is.
local function replace(previous_id, previous, chosen, now)
  local is_chosen, freed, keeps = {}, {}, false
  for _, place in ipairs(chosen) do is_chosen[place] = true end
  for _, place in ipairs(places_of(previous_id, places_in(previous.places))) do
    if is_chosen[place] then keeps = true else table.insert(freed, place) end
  end
  count_let_go(previous, now)
  mark(freed, IS_OPEN, nil)
  forget_hold(previous_id, previous)
  return keeps
end

-- Makes the places, which must be open or of the hold that is replaced by now, the user's one hold.
-- One that keeps any place of the hold before it ends when that would have ended, and is extended where that was:
-- nobody keeps a place for longer by claiming it again.
local function grant(claim, chosen, now, previous_id, previous)
  local keeps = previous and replace(previous_id, previous, chosen, now)
  local id = claim.hold_id
  granted_ids[#granted_ids + 1] = id
  granted[id] = {
    user = claim.user, since = now, total = claim.total, places = claim.places,
    expires_at = keeps and previous.expires_at or now + sale.holdMs, extended = keeps and previous.extended or '0',
  }
  for _, place in ipairs(chosen) do granted_places[#granted_places + 1], granted_to[place] = place, id end
  user_to_change(claim.user).hold = id
  note('users', claim.user)
  return granted[id]
end

local function held(hold, now, ...)
  return {
    'code', 'HELD', 'expiresAt', hold.expires_at, 'remainingMs', hold.expires_at - now,
    'extended', tonumber(hold.extended), ...
  }
end
