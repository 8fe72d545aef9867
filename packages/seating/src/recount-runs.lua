-- Writes the runs of a performance anew, from its places as they are now: reads the whole hall.
--
-- KEYS[1]   sale
-- KEYS[2]   places
-- KEYS[3]   feed
-- KEYS[4]   bell
-- KEYS[5]   runs
-- KEYS[6]   run-starts
-- KEYS[7]   ranks
-- ARGV[1]   texts of all runs, a line each
-- ARGV[2]   ranks
-- Reply     code RECOUNTED; or NOT_LOADED
--- @include "write-runs"
--- @include "feed"

if redis.call('EXISTS', SALE, PLACES) < 2 then return NOT_LOADED end

write_runs(ARGV[1], ARGV[2])
redis.call('HSET', SALE, 'folded', tell({ 'runs', 'all' }))
return { 'code', 'RECOUNTED' }
