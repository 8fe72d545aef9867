-- Fragment: the run index follows the feed. A change of a place leaves it alone; a script that asks for the best places, and
-- the worker, bring it up to what the feed has told since the entry `folded`.
--
-- KEYS      sale, feed
-- ARGV      differ by script
-- Reply     differs by script
--- @include "runs"
--- @include "sale"

-- A booked place was told as held before.
local TELLS_OF_OPEN = { [IS_OPEN] = true, [IS_HELD] = true, [IS_WITHHELD] = true }

-- Folds in so many entries of the feed at most. Returns "folded" where that was all there is, "behind" where it was
-- not, and "lost" where the index has to be written anew: it, or what the feed said since, is gone.
local function fold_feed(entries_max)
  local since = sale.folded or redis.call('HGET', SALE, 'folded')
  if not since then return 'lost' end
  local entries = redis.call('XRANGE', FEED, since, '+', 'COUNT', entries_max + 1)
  -- Only where the entry itself is still there nothing behind it was cut off.
  if not entries[1] or entries[1][1] ~= since then return 'lost' end
  if #entries == 1 then return 'folded' end
  local places, is_there = {}, {}
  for index = 2, #entries do
    local fields = entries[index][2]
    for at = 1, #fields, 2 do
      if TELLS_OF_OPEN[fields[at]] then
        for digits in string.gmatch(fields[at + 1], '%d+') do
          if not is_there[digits] then places[#places + 1], is_there[digits] = tonumber(digits), true end
        end
      end
    end
  end
  refresh_runs_of(places)
  redis.call('HSET', SALE, 'folded', entries[#entries][1])
  return #entries <= entries_max and 'folded' or 'behind'
end
