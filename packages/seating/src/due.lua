-- Fragment: what time will do, in the sorted set due.
--
-- Scores are ms, in three ranges, one behind the other:
--   from 0          h:<hold>    when it lapses by itself
--                   p:<place>   when it opens again; it is held until then, by "returning"
--   from ASK        h:<hold>    it is being confirmed: from when MySQL must be asked what became of it
--   from FORGIVE    u:<user>    when the holds that they let go are forgiven
--
-- KEYS      none
-- ARGV      differ by script
-- Reply     differs by script

local ASK, FORGIVE = 1000000000000000, 2000000000000000
local BEFORE_ASK = '(1000000000000000'

local function place_in(member)
  return string.sub(member, 1, 2) == 'p:' and tonumber(string.sub(member, 3)) or nil
end
