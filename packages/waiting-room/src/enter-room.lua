-- Takes a place in the lobby or the line for a user, once: coming again keeps it, and whoever was passed over goes
-- back to where they were.
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
-- ARGV[1]   user id
-- ARGV[2]   their draw, 13 hex digits
-- Reply     as in read-standing.lua
--- @include "standing"
--- @include "line-minutes"
--- @include "admission"

local user, draw = ARGV[1], ARGV[2]
local none = no_room()
if none then return reply(none) end

local now = now_ms()
local phase = phase_at(now)
local is_let_in = phase == 'open' and is_admitted(user, now)

if phase == 'closed' or phase == 'sold-out' or is_let_in then
  return reply(standing_of(user, now, phase))
end

local function last_score(people)
  return tonumber(redis.call('ZRANGE', people, -1, -1, 'WITHSCORES')[2] or 0)
end

-- The next number. Where Redis has lost the numbers they go on behind the last one: nobody comes before who is there.
local function next_score()
  local number = redis.call('HINCRBY', PACE, 'seq', 1)
  if number > 1 then return BEHIND_DRAWS + number end
  local score = math.max(BEHIND_DRAWS + 1, last_score(LINE) + 1, last_score(ABSENT) + 1)
  redis.call('HSET', PACE, 'seq', string.format('%.0f', score - BEHIND_DRAWS))
  return score
end

-- The first of all begins the line: whoever knows another id knows that theirs is lost.
local function begin_line()
  if redis.call('HEXISTS', PACE, 'lineId') == 1 then return end
  local time = redis.call('TIME')
  redis.call('HSET', PACE, 'lineId', string.sub(redis.sha1hex(user .. time[1] .. time[2]), 1, 16))
end

local function join()
  -- One that is over may still wait for its turn to be counted out.
  end_admission(user)
  begin_line()
  local score
  if phase == 'lobby' and room.hasDraw == 1 and is_drawing(now) then
    -- Who is first in the lobby begins the set: draws of a lobby that Redis has lost would be counted twice.
    if redis.call('ZCARD', LINE) == 0 then redis.call('DEL', DRAWS) end
    redis.call('APPEND', DRAWS, draw)
    score = tonumber(draw, 16)
  else
    score = next_score()
  end
  redis.call('ZADD', LINE, score, user)
  local joined = string.format('%.0f', now)
  redis.call('HSET', PEOPLE, user, joined .. ' ' .. joined)
  count_minute(now, 'e', 1)
end

local passed_over = redis.call('ZSCORE', ABSENT, user)
if passed_over then
  redis.call('ZREM', ABSENT, user)
  redis.call('ZADD', LINE, passed_over, user)
  redis.call('HINCRBY', PACE, 'moved', -1)
  note('standing', user)
  see(user, now)
elseif redis.call('ZSCORE', LINE, user) then
  see(user, now)
elseif room.draining == 0 then
  join()
end
announce()
return reply(standing_of(user, now, phase))
