-- Folds into the run index what the feed has told since it was folded last, some of it at a time.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   feed
-- KEYS[4]   runs
-- KEYS[5]   run-starts
-- KEYS[6]   ranks
-- ARGV[1]   entries, at most
-- Reply     code FOLDED, BEHIND (there is more) or LOST (it has to be written anew); or NOT_LOADED
--- @include "fold-feed"

if redis.call('EXISTS', SALE, PLACES) < 2 then return NOT_LOADED end
if not has_runs() then return { 'code', 'LOST' } end

return { 'code', string.upper(fold_feed(tonumber(ARGV[1]))) }
