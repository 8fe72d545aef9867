-- Takes a place in the lobby or the line for each of some users, once: coming again keeps it, and whoever was passed
-- over goes back to where they were. People by number get theirs in the order of the users.
--
-- KEYS[1]   sale
-- KEYS[2]   holds
-- KEYS[3]   due
-- KEYS[4]   room
-- KEYS[5]   line
-- KEYS[6]   pace
-- KEYS[7]   absent
-- KEYS[8]   admitted
-- KEYS[9]   people
-- KEYS[10]  draws
-- KEYS[11]  line-minutes
-- KEYS[12]  feed
-- KEYS[13]  bell
-- ARGV      for each user: their id, and their draw, 13 hex digits
-- Reply     as in read-standing.lua: people in the order of the users, as they stand when all have entered
--- @include "standing"
--- @include "line-minutes"
--- @include "admission"

local none = no_room()
if none then return none end

local users, draws = {}, {}
for index = 1, #ARGV, 2 do users[#users + 1], draws[ARGV[index]] = ARGV[index], ARGV[index + 1] end

local now = now_ms()
local phase = phase_at(now)
if phase == 'closed' or phase == 'sold-out' then return standing_of(users, now, phase) end

local function last_score(people)
  return tonumber(redis.call('ZRANGE', people, -1, -1, 'WITHSCORES')[2] or 0)
end

-- The first of the next so many numbers. Where Redis has lost the numbers they go on behind the last one: nobody comes
-- before who is there.
local function take_numbers(count)
  local last = redis.call('HINCRBY', PACE, 'seq', count)
  if last > count then return BEHIND_DRAWS + last - count + 1 end
  local first = math.max(BEHIND_DRAWS + 1, last_score(LINE) + 1, last_score(ABSENT) + 1)
  redis.call('HSET', PACE, 'seq', string.format('%.0f', first - BEHIND_DRAWS + count - 1))
  return first
end

-- The first of all begins the line: whoever knows another id knows that theirs is lost.
local function begin_line(user)
  if redis.call('HEXISTS', PACE, 'lineId') == 1 then return end
  local time = redis.call('TIME')
  redis.call('HSET', PACE, 'lineId', string.sub(redis.sha1hex(user .. time[1] .. time[2]), 1, 16))
end

local function draw_for(joining)
  -- The first in a lobby begins the set: draws of a lobby that Redis has lost would be counted twice.
  if redis.call('ZCARD', LINE) == 0 then redis.call('DEL', DRAWS) end
  local drawn = {}
  for index, user in ipairs(joining) do drawn[index] = draws[user] end
  redis.call('APPEND', DRAWS, table.concat(drawn))
end

local function join(joining)
  begin_line(joining[1])
  local is_drawn = phase == 'lobby' and room.hasDraw == 1 and is_drawing(now)
  if is_drawn then draw_for(joining) end
  local first = not is_drawn and take_numbers(#joining)
  local entries, people, joined = {}, {}, string.format('%.0f %.0f', now, now)
  for index, user in ipairs(joining) do
    local at = 2 * index
    entries[at - 1], entries[at] = is_drawn and tonumber(draws[user], 16) or first + index - 1, user
    people[at - 1], people[at] = user, joined
  end
  redis.call('ZADD', LINE, unpack(entries))
  redis.call('HSET', PEOPLE, unpack(people))
  count_minute(now, 'e', #joining)
end

-- Back to where they were: users with the scores that they had.
local function come_back(returning, entries)
  redis.call('ZREM', ABSENT, unpack(returning))
  redis.call('ZADD', LINE, unpack(entries))
  redis.call('HINCRBY', PACE, 'moved', -#returning)
  for _, user in ipairs(returning) do note('standing', user) end
end

local admitted = redis.call('ZMSCORE', ADMITTED, unpack(users))
local absent = redis.call('ZMSCORE', ABSENT, unpack(users))
local in_line = redis.call('ZMSCORE', LINE, unpack(users))
local joining, returning, entries, here, is_known = {}, {}, {}, {}, {}
for index, user in ipairs(users) do
  local is_let_in = phase == 'open' and tonumber(admitted[index] or 0) > now
  -- Somebody may come twice at once.
  if not is_let_in and not is_known[user] then
    if absent[index] then
      returning[#returning + 1], here[#here + 1] = user, user
      entries[#entries + 1], entries[#entries + 2] = absent[index], user
    elseif in_line[index] then
      here[#here + 1] = user
    elseif room.draining == 0 then
      joining[#joining + 1] = user
      -- One that is over may still wait for its turn to be counted out.
      if admitted[index] then end_admission(user) end
    end
  end
  is_known[user] = true
end
if #returning > 0 then come_back(returning, entries) end
if #here > 0 then see(here, now) end
if #joining > 0 then join(joining) end
announce()
return standing_of(users, now, phase)
