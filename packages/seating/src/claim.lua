-- Fragment: what the two ways to claim have in common.
--
-- KEYS      due
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- ARGV[3]   version of the terms by which the rest of the arguments were made
-- Reply     code HELD, expiresAt (ms), remainingMs, extended (1 or 0) and what the claim adds; or NOT_LOADED,
--           OLD_TERMS version, SALE_NOT_OPEN opensAt, SALE_CLOSED, NOT_ADMITTED, CONFIRM_IN_PROGRESS,
--           LIMIT_REACHED limit booked, TOO_MANY_HOLDS retryAfterMs, and what the claim adds; nothing has changed
--           then, but for what time has done: holds that had lapsed, places that were due
--- @include "passing-time"
--- @include "admission"

local USER, HOLD_ID = ARGV[1], ARGV[2]
local LAPSED_PER_CLAIM_MAX = 16
local CLAIM_TERMS = { 'version', 'opensAt', 'closesAt', 'limitPerUser', 'holdMs', 'places', 'waitingRoom' }

-- Other terms than those that the claim was made by have other areas, prices or hours: it has to be made anew.
local function other_terms()
  if sale.version ~= tonumber(ARGV[3]) then return { 'code', 'OLD_TERMS', 'version', sale.version } end
end

-- The user's one hold, which a claim replaces, with its id. One that lapsed a moment ago is theirs no more.
local function own_hold(now)
  local id = user_of(USER).hold
  local hold = hold_of(id)
  if not hold then return nil end
  if not has_lapsed(hold, now) then return id, hold end
  lapse_hold(id, hold, now)
end

-- What stands in the way of any claim of this many places, or nothing.
local function objection(quantity, now, previous)
  if now < sale.opensAt then return { 'code', 'SALE_NOT_OPEN', 'opensAt', sale.opensAt } end
  if now >= sale.closesAt then return { 'code', 'SALE_CLOSED' } end
  if sale.waitingRoom == 1 and not is_admitted(USER, now) then return { 'code', 'NOT_ADMITTED' } end
  if previous and previous.booking then return { 'code', 'CONFIRM_IN_PROGRESS' } end
  local booked = user_of(USER).booked
  if booked + quantity > sale.limitPerUser then
    return { 'code', 'LIMIT_REACHED', 'limit', sale.limitPerUser, 'booked', booked }
  end
  local wait = let_go_wait(USER, previous, now)
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

-- Takes the places, which must be open or of the hold that is replaced by now, and makes them the user's one hold.
-- One that keeps any place of the hold before it ends when that would have ended, and is extended where that was:
-- nobody keeps a place for longer by claiming it again.
local function hold_places(chosen, hold, previous_id, previous, now)
  local keeps = previous and replace(previous_id, previous, chosen, now)
  mark(chosen, IS_HELD, HOLD_ID)
  hold.user, hold.since = USER, now
  hold.expires_at = keeps and previous.expires_at or now + sale.holdMs
  hold.extended = keeps and previous.extended or '0'
  save_hold(HOLD_ID, hold)
  redis.call('ZADD', DUE, hold.expires_at, 'h:' .. HOLD_ID)
  user_to_change(USER).hold = HOLD_ID
  note('users', USER)
end

local function held(hold, now, ...)
  return {
    'code', 'HELD', 'expiresAt', hold.expires_at, 'remainingMs', hold.expires_at - now,
    'extended', tonumber(hold.extended), ...
  }
end

local function refuse(answer)
  finish()
  return answer
end
