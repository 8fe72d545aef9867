-- Makes places booked because MySQL has committed their bookings, many at once. Harmless to repeat.
--
-- "if-confirming" is the way straight after the commit: it does nothing for a booking whose hold is gone, for
-- then it may already have been cancelled. "always" is for a caller that holds the bookings' rows locked and has
-- read them as confirmed: what MySQL says wins over whoever holds the places here.
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
-- ARGV[1]   "if-confirming" or "always"
-- ARGV[2…]  for each booking: hold id, booking id, user id, and its places with commas between them
-- Reply     code SETTLED, settled: for each booking 1, or 0 where its hold was gone, with commas between them; or
--           NOT_LOADED
--- @include "ended-holds"
--- @include "admission"

local PLACES_AT_ONCE_MAX = 500

if not is_loaded() then return NOT_LOADED end

local bookings, hold_ids, user_ids = {}, {}, {}
for index = 2, #ARGV, 4 do
  local places = {}
  for place in string.gmatch(ARGV[index + 3], '%d+') do places[#places + 1] = tonumber(place) end
  hold_ids[#hold_ids + 1], user_ids[#user_ids + 1] = ARGV[index], ARGV[index + 2]
  table.insert(bookings, { hold_id = ARGV[index], id = ARGV[index + 1], user = ARGV[index + 2], places = places })
end

-- Opens what a hold has that is not among the places which its booking came to have.
local function free_others(hold_id, hold, booked)
  local is_booked, others = {}, {}
  for _, place in ipairs(booked) do is_booked[place] = true end
  for _, place in ipairs(places_in(hold.places)) do
    if not is_booked[place] then table.insert(others, place) end
  end
  if #others > 0 then mark(places_of(hold_id, others), IS_OPEN, nil) end
end

look_at_users(user_ids)
-- All places that are to be booked, each with its booking.
local places, owners, settled, ended, entries = {}, {}, {}, {}, {}
for index, text in ipairs(redis.call('HMGET', HOLDS, unpack(hold_ids))) do
  local booking, hold = bookings[index], read_hold(text)
  local is_confirming = hold ~= nil and hold.booking == booking.id
  booking.is_confirming = is_confirming
  if is_confirming then
    take_from_user(booking.hold_id, hold)
    ended[#ended + 1], entries[#entries + 1] = booking.hold_id, 'h:' .. booking.hold_id
    free_others(booking.hold_id, hold, booking.places)
  end
  local is_settled = is_confirming or ARGV[1] == 'always'
  table.insert(settled, is_settled and 1 or 0)
  for _, place in ipairs(is_settled and booking.places or {}) do
    places[#places + 1], owners[#owners + 1] = place, booking
  end
end

if #ended > 0 then
  redis.call('HDEL', HOLDS, unpack(ended))
  redis.call('ZREM', DUE, unpack(entries))
end

local has_admissions = redis.call('EXISTS', ADMITTED) == 1

local function book(from, to)
  local some, ids, returning = { unpack(places, from, to) }, {}, {}
  for index, owner in ipairs(owners_of(some)) do
    local booking = owners[from + index - 1]
    ids[index] = booking.id
    if owner == RETURNING_OWNER then table.insert(returning, some[index]) end
    -- A client may have minted one id for both: what the hold has is not the booking's yet.
    if owner ~= booking.id or (booking.is_confirming and owner == booking.hold_id) then
      local user = user_to_change(booking.user)
      user.booked = user.booked + 1
      -- Not when it is told again: by then they may have been let in once more.
      if has_admissions then end_admission(booking.user) end
    end
  end
  mark(some, IS_BOOKED, ids)
  stop_returning(returning)
end

for from = 1, #places, PLACES_AT_ONCE_MAX do book(from, math.min(#places, from + PLACES_AT_ONCE_MAX - 1)) end
finish()
return { 'code', 'SETTLED', 'settled', table.concat(settled, ',') }
