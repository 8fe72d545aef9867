-- Fragment: how everybody hears of what a script has changed.
--
-- KEYS      feed, bell
-- ARGV      differ by script
-- Reply     differs by script
--- @include "performance"

local FEED_ENTRIES_MAX = 10000
-- A reader who hears the bell reads the feed no sooner than this: what is written meanwhile needs no second ring.
local RING_MS = 25
-- Places that were open and are booked are told as held first: fold-feed.lua need not look at what is booked.
local FIELDS_IN_ORDER = { IS_OPEN, IS_HELD, IS_WITHHELD, IS_BOOKED, 'users', 'admitted', 'standing' }

-- Places by what they are now, those among them that were open and were booked at once, and who else is concerned.
local changes, booked_at_once, concerned = {}, {}, {}

-- Tells of a user, once, under "users" (their hold is another one), "admitted" or "standing".
local function note(name, user)
  concerned[name] = concerned[name] or {}
  concerned[name][user] = true
end

-- Writes one entry to the feed, and rings at most once in a while, however many sales there are. Returns its id.
local function tell(fields)
  local id = redis.call('XADD', FEED, 'MAXLEN', '~', FEED_ENTRIES_MAX, '*', unpack(fields))
  if redis.call('SET', BELL, '1', 'NX', 'PX', RING_MS) then redis.call('PUBLISH', BELL, '') end
  return id
end

-- Tells the feed what this script has changed: one entry, a field for each state that places changed to. Returns its
-- id, or nothing where nothing is new.
local function announce()
  local lists, fields = {}, {}
  local function add(name, value)
    local list = lists[name]
    if list then list[#list + 1] = value else lists[name] = { value } end
  end
  for place, state in pairs(changes) do add(state, place) end
  for place in pairs(booked_at_once) do add(IS_HELD, place) end
  for name, set in pairs(concerned) do
    for user in pairs(set) do add(name, user) end
  end
  for _, name in ipairs(FIELDS_IN_ORDER) do
    local list, at = lists[name], #fields
    if list then fields[at + 1], fields[at + 2] = name, table.concat(list, ',') end
  end
  if #fields > 0 then return tell(fields) end
end
