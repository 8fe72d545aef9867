-- Makes places booked because MySQL has committed their bookings, many at once. Harmless to repeat.
--
-- "if-confirming" is the way straight after the commit: it does nothing for a booking whose hold is gone, for
-- then it may already have been cancelled. "always" is for a caller that holds the bookings' rows locked and has
-- read them as confirmed: what MySQL says wins over whoever holds the places here.
--
-- KEYS      as in performance.lua
-- ARGV[1]   "if-confirming" or "always"
-- ARGV[2…]  for each booking: hold id, booking id, user id, and its places with commas between them
-- Reply     { code: "SETTLED", settled: [for each booking 1, or 0 where its hold was gone] }, or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local function settle(hold_id, booking, user, places)
  local hold = hold_of(hold_id)
  local is_confirming = hold ~= nil and hold.booking == booking
  if ARGV[1] == 'if-confirming' and not is_confirming then return 0 end
  -- First of all, for what is marked below must not look like the hold's any more.
  if is_confirming then free_hold(hold_id, hold) end
  local newly_booked = #places - #places_of(booking, places)
  mark(places, IS_BOOKED, booking)
  if newly_booked > 0 then
    redis.call('HINCRBY', BOOKED_BY, user, newly_booked)
    -- Not when it is told again: by then they may have been let in once more.
    end_admission(user)
  end
  return 1
end

local settled = {}
for index = 2, #ARGV, 4 do
  local places = {}
  for place in string.gmatch(ARGV[index + 3], '%d+') do table.insert(places, tonumber(place)) end
  table.insert(settled, settle(ARGV[index], ARGV[index + 1], ARGV[index + 2], places))
end
announce()
return reply({ code = 'SETTLED', settled = settled })
