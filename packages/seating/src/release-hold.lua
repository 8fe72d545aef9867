-- Gives a hold back, if it is this user's. One that is being confirmed goes only at the word of its
-- own booking: its places may be sold at this very moment.
--
-- KEYS      as in performance.lua
-- ARGV[1]   hold id
-- ARGV[2]   user id
-- ARGV[3]   booking id that gives up, or empty when the user asks
-- Reply     { code: "RELEASED", places }: those that are open again, none when there was nothing to
--           give back; or NOT_LOADED, NOT_YOURS, CONFIRM_IN_PROGRESS

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local hold = hold_of(ARGV[1])
if not hold then return reply({ code = 'RELEASED', places = {} }) end
if hold.user ~= ARGV[2] then return reply({ code = 'NOT_YOURS' }) end
if hold.booking and hold.booking ~= ARGV[3] then return reply({ code = 'CONFIRM_IN_PROGRESS' }) end

local freed = free_hold(ARGV[1], hold)
announce()
return reply({ code = 'RELEASED', places = freed })
