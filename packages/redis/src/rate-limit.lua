-- Counts acts, or takes one back: for a while from the first of them.
--
-- KEYS[1]   counter
-- ARGV[1]   how many, or -1 for one that is taken back
-- ARGV[2]   how many are let through in that while
-- ARGV[3]   how long it is, in ms
-- Reply     0, or for how many ms from now there have been too many

local count = redis.call('INCRBY', KEYS[1], ARGV[1])
-- It was at nothing. Also one that is taken back after the while was over leaves nothing for ever.
if count == tonumber(ARGV[1]) then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
if count <= tonumber(ARGV[2]) then return 0 end
return math.max(1, redis.call('PTTL', KEYS[1]))
