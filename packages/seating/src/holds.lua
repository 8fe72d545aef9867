-- Fragment: holds.
--
-- One is a text of seven words: its user; the ms since when it is, and at which it lapses; 1 where its time was begun
-- anew, else 0; what its places cost together; the booking that it is being confirmed by, or -; and its places, as
-- areas.lua writes them.
--
-- KEYS      holds
-- ARGV      differ by script
-- Reply     differs by script
--- @include "areas"

local NO_BOOKING = '-'
local HOLD = '^(%S+) (%d+) (%d+) ([01]) (%d+) (%S+) (%S+)$'

local function read_hold(text)
  if not text then return nil end
  local user, since, expires_at, extended, total, booking, places = string.match(text, HOLD)
  if not user then return nil end
  return {
    user = user, since = tonumber(since), expires_at = tonumber(expires_at), extended = extended, total = total,
    booking = booking ~= NO_BOOKING and booking or nil, places = places,
  }
end

local function hold_of(id)
  return id and read_hold(redis.call('HGET', HOLDS, id)) or nil
end

-- One write for many of them, by their ids.
local function save_holds(ids, holds)
  local texts = {}
  for index, id in ipairs(ids) do
    local hold, at = holds[id], 2 * index
    local times = string.format('%.0f %.0f', hold.since, hold.expires_at)
    local words = { hold.user, times, hold.extended, hold.total, hold.booking or NO_BOOKING, hold.places }
    texts[at - 1], texts[at] = id, table.concat(words, ' ')
  end
  redis.call('HSET', HOLDS, unpack(texts))
end

local function has_lapsed(hold, now)
  return hold.booking == nil and hold.expires_at <= now
end
