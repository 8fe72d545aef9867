-- Ends a hold without a booking, if it is this user's. One that is being confirmed goes only at the word of
-- its own booking: its places may be sold at this very moment.
--
-- KEYS      as in performance.lua
-- ARGV[1]   hold id
-- ARGV[2]   user id
-- ARGV[3]   booking id that gives up, or empty when the user asks
-- ARGV[4]   "given-back": its user lets it go; "refused": it is no fault of theirs, and they may choose again
--           at once; "abandoned": nobody came back for it, and its places return as those of one that lapsed
-- Reply     { code: "RELEASED", places }: those that it had, none when there was nothing to give back; or
--           NOT_LOADED, NOT_YOURS, CONFIRM_IN_PROGRESS

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold = hold_of(ARGV[1])
if not hold then return reply({ code = 'RELEASED', places = {} }) end
if hold.user ~= ARGV[2] then return reply({ code = 'NOT_YOURS' }) end
if hold.booking and hold.booking ~= ARGV[3] then return reply({ code = 'CONFIRM_IN_PROGRESS' }) end

local now, ends = now_ms(), { ['given-back'] = give_up_hold, refused = free_hold, abandoned = return_hold }
-- Whoever gives back in time lets go at once; nobody knows beforehand when what has lapsed opens.
local finish = has_lapsed(hold, now) and lapse_hold or ends[ARGV[4]]
local freed = finish(ARGV[1], hold, now)
announce()
return reply({ code = 'RELEASED', places = freed })
