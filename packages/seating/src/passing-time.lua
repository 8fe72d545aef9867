-- Fragment: what time has done.
--
-- KEYS      due
-- ARGV      differ by script
-- Reply     differs by script
--- @include "ended-holds"

local PLACES_PER_HOLD = 4

-- Places that open at one moment open together: adds those of a moment that were cut off.
local function add_rest_of(moment, places)
  local is_there = {}
  for _, place in ipairs(places) do is_there[place] = true end
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', DUE, moment, moment)) do
    local place = place_in(member)
    if place and not is_there[place] then table.insert(places, place) end
  end
end

-- Holds lapse, at most as many as asked, and places open whose moment has come, in proportion. No caller pays for
-- everybody's. Returns how much was due, and whether there may be more.
local function pass_time(now, holds_max)
  local due_max = holds_max * PLACES_PER_HOLD
  local due = redis.call('ZRANGEBYSCORE', DUE, '-inf', now, 'LIMIT', 0, due_max)
  if #due == 0 then return 0, false end
  local is_cut = #due == due_max
  local last_moment = is_cut and redis.call('ZSCORE', DUE, due[#due])
  local places, lapsed = {}, 0
  for _, member in ipairs(due) do
    local id = string.sub(member, 3)
    if string.sub(member, 1, 2) == 'p:' then
      table.insert(places, tonumber(id))
    elseif lapsed < holds_max then
      lapsed = lapsed + 1
      local hold = hold_of(id)
      if not hold then
        redis.call('ZREM', DUE, member)
      elseif hold.booking then
        redis.call('ZADD', DUE, ASK + now, member)
      else
        lapse_hold(id, hold, now)
      end
    end
  end
  if #places > 0 and is_cut then add_rest_of(last_moment, places) end
  open_returned(places)
  return #due, is_cut or lapsed == holds_max
end
