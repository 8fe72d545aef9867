-- Ends a hold without a booking, if it is this user's. One that is being confirmed goes only at the word of
-- its own booking: its places may be sold at this very moment.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   owner
-- KEYS[4]   holds
-- KEYS[5]   users
-- KEYS[6]   due
-- KEYS[7]   feed
-- KEYS[8]   bell
-- ARGV[1]   hold id
-- ARGV[2]   user id
-- ARGV[3]   booking id that gives up, or empty when the user asks
-- ARGV[4]   "given-back": its user lets it go; "refused": it is no fault of theirs, and they may choose again
--           at once; "abandoned": nobody came back for it, and its places return as those of one that lapsed
-- Reply     code RELEASED, also where there was nothing to give back; or NOT_LOADED, NOT_YOURS, CONFIRM_IN_PROGRESS
--- @include "ended-holds"

if not is_loaded() then return NOT_LOADED end

local hold = hold_of(ARGV[1])
if not hold then return { 'code', 'RELEASED' } end
if hold.user ~= ARGV[2] then return { 'code', 'NOT_YOURS' } end
if hold.booking and hold.booking ~= ARGV[3] then return { 'code', 'CONFIRM_IN_PROGRESS' } end

local now, ends = now_ms(), { ['given-back'] = give_up_hold, refused = free_hold, abandoned = return_hold }
-- A hold given back in time opens at once; the moment at which a lapsed one opens cannot be known beforehand.
local finish_hold = has_lapsed(hold, now) and lapse_hold or ends[ARGV[4]]
finish_hold(ARGV[1], hold, now)
finish()
return { 'code', 'RELEASED' }
