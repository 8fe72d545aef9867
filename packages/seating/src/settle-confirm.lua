-- Makes places booked because MySQL has committed their booking. Harmless to repeat.
--
-- "if-confirming" is the way straight after the commit: it does nothing when the hold is gone, for then
-- the booking may already have been cancelled. "always" is for a caller that holds the booking's row
-- locked and has read it as confirmed: what MySQL says wins over whoever holds the places here.
--
-- KEYS      as in performance.lua
-- ARGV[1]   hold id
-- ARGV[2]   booking id
-- ARGV[3]   user id
-- ARGV[4]   "if-confirming" or "always"
-- ARGV[5…]  places
-- Reply     { code: "SETTLED" }, or NOT_LOADED, GONE

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold_id, booking, user = ARGV[1], ARGV[2], ARGV[3]
local hold = hold_of(hold_id)
local is_confirming = hold ~= nil and hold.booking == booking
if ARGV[4] == 'if-confirming' and not is_confirming then return reply({ code = 'GONE' }) end

-- First of all, for what is marked below must not look like the hold's any more.
if is_confirming then free_hold(hold_id, hold) end

local places = {}
for index = 5, #ARGV do table.insert(places, tonumber(ARGV[index])) end
local newly_booked = #places - #places_of(booking, places)
mark(places, IS_BOOKED, booking)
if newly_booked > 0 then
  redis.call('HINCRBY', BOOKED_BY, user, newly_booked)
  -- Not when it is told again: by then they may have been let in once more.
  end_admission(user)
end
announce()
return reply({ code = 'SETTLED' })
