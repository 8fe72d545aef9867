-- Fragment: what is counted of each minute of a line.
--
-- KEYS      line-minutes
-- ARGV      differ by script
-- Reply     differs by script
--- @include "room"

local function count_minute(now, what, number)
  if number > 0 then
    redis.call('HINCRBY', LINE_MINUTES, string.format('%.0f:%s', math.floor(now / MINUTE_MS), what), number)
  end
end
