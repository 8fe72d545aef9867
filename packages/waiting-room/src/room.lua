-- Fragment: what every script of the waiting room knows. Prepended to each of them, after those of seating.
--
-- KEYS[19]  room          hash: lobbyOpensAt (ms), hasDraw (1 or 0), capacity, perMinute, admissionMs, whenSoldOut
--                         (close or keep), paused, draining (1 or 0), message, version of all this
-- KEYS[20]  line          sorted set: user, in the lobby or in line, by their draw or, behind all draws, by the
--                         number that they took
-- KEYS[21]  absent        sorted set: as line, those who were not there when they were called
-- KEYS[22]  admitted      see admission.lua
-- KEYS[23]  people        hash: user in line or absent → ms at which they joined and ms at which they were last seen
-- KEYS[24]  draws         string: 13 hex digits for each entering and each leaving of a lobby with a draw. Who is in
--                         it occurs an odd number of times
-- KEYS[25]  pace          hash: lineId, seq (the last number that was taken), tokens and tokensAt (the bucket), counted
--                         (JSON of what was counted lately, written by each tick), opened (1 from the first tick
--                         after the opening on), moved,
--                         admitted, noShows (counters), minute (the last one counted), told and toldAt (the news)
-- KEYS[26]  recent        list: ms of the first and the last, and number, of the admissions of the last minute
-- KEYS[27]  line-minutes  hash: minute since 1970, and what: e entered, a admitted, n no-shows, w waiting, i inside
-- KEYS[28]  waits         list: for how many ms the last ones waited who were let in
-- ARGV      differ by script
-- Reply     differs by script; NOT_LOADED where Redis does not know the performance, ROOM_NOT_LOADED where it does
--           not know its room, NO_ROOM where the performance has none

local ROOM, LINE, ABSENT, PEOPLE, DRAWS = KEYS[19], KEYS[20], KEYS[21], KEYS[23], KEYS[24]
local PACE, RECENT, MINUTES, WAITS = KEYS[25], KEYS[26], KEYS[27], KEYS[28]

-- Draws have 52 bits. Whoever takes a number is behind them all, and the two together are still exact in a double.
local BEHIND_DRAWS = 4503599627370496
local MINUTE_MS = 60000

local room = {}

-- The terms of the room and of its sale, or the reply that says why there are none.
local function no_room()
  if not is_loaded() then return { code = 'NOT_LOADED' } end
  local of_sale = redis.call('HMGET', SALE, 'waitingRoom', 'opensAt', 'closesAt')
  if of_sale[1] ~= '1' then return { code = 'NO_ROOM' } end
  room.opensAt, room.closesAt = tonumber(of_sale[2]), tonumber(of_sale[3])
  local fields = {
    'lobbyOpensAt', 'hasDraw', 'capacity', 'perMinute', 'admissionMs', 'paused', 'draining', 'whenSoldOut', 'message',
  }
  local values = redis.call('HMGET', ROOM, unpack(fields))
  for index, field in ipairs(fields) do
    if not values[index] then return { code = 'ROOM_NOT_LOADED' } end
    room[field] = index < 8 and tonumber(values[index]) or values[index]
  end
end

local open_known

-- Read once: no script looks at them, changes places, and looks again.
local function open_by_area()
  if open_known then return open_known end
  open_known = redis.call('HMGET', OPEN, unpack(redis.call('ZRANGE', AREAS, 0, -1)))
  for index, count in ipairs(open_known) do open_known[index] = tonumber(count) or 0 end
  return open_known
end

local function open_places()
  local open = 0
  for _, count in ipairs(open_by_area()) do open = open + count end
  return open
end

-- What somebody holds may come back, and so may what is returning.
local function is_sold_out()
  return open_places() == 0 and redis.call('HLEN', HOLDS) == 0 and redis.call('ZCARD', RETURNING) == 0
end

local function phase_at(now)
  if now >= room.closesAt then return 'closed' end
  if now < room.opensAt then return now < room.lobbyOpensAt and 'closed' or 'lobby' end
  return room.whenSoldOut == 'close' and is_sold_out() and 'sold-out' or 'open'
end

-- What everybody is told alike: LineFacts of the contract, but for when it was so. And what was counted lately.
local function facts_of(phase)
  local pace = redis.call('HMGET', PACE, 'lineId', 'moved', 'counted')
  return {
    lineId = pace[1] or '',
    phase = phase,
    waiting = redis.call('ZCARD', LINE),
    moved = tonumber(pace[2] or 0),
    left = open_by_area(),
    paused = room.paused == 1,
    draining = room.draining == 1,
    message = room.message,
  }, pace[3]
end

local function count_minute(now, what, number)
  if number > 0 then
    redis.call('HINCRBY', MINUTES, string.format('%.0f:%s', math.floor(now / MINUTE_MS), what), number)
  end
end

-- Whether who joins now joins the draw, and who leaves leaves it. Once a sale has opened its seed is known, and stays
-- so while the clock steps back.
local function is_drawing(now)
  return now < room.opensAt and redis.call('HEXISTS', PACE, 'opened') == 0
end

-- They are here: who is in line is not passed over for a while.
local function see(user, now)
  local joined = string.match(redis.call('HGET', PEOPLE, user) or '', '^(%d+)')
  redis.call('HSET', PEOPLE, user, string.format('%s %.0f', joined or string.format('%.0f', now), now))
end

-- Where a user stands at a phase, with all that their page tells.
local function standing_of(user, now, phase)
  local standing, counted = facts_of(phase)
  standing.code, standing.at, standing.counted = 'STANDING', now, counted or nil
  standing.opensAt, standing.lobbyOpensAt = room.opensAt, room.lobbyOpensAt
  standing.hasDraw = room.hasDraw == 1
  standing.capacity, standing.perMinute, standing.admissionMs = room.capacity, room.perMinute, room.admissionMs
  if phase == 'sold-out' or phase == 'closed' then
    standing.state = phase
    return standing
  end
  local admitted_until = tonumber(redis.call('ZSCORE', ADMITTED, user) or 0)
  local rank = redis.call('ZRANK', LINE, user)
  local passed_over = not rank and redis.call('ZSCORE', ABSENT, user)
  if phase == 'open' and admitted_until > now then
    standing.state, standing.admittedUntil = 'admitted', admitted_until
  elseif rank then
    standing.state = phase == 'lobby' and 'lobby' or 'waiting'
    if phase == 'open' or not standing.hasDraw then standing.ahead = rank end
  elseif passed_over then
    standing.state = 'absent'
    standing.ahead = redis.call('ZCOUNT', LINE, '-inf', '(' .. passed_over)
  else
    standing.state = room.draining == 1 and 'closed' or 'absent'
  end
  return standing
end
