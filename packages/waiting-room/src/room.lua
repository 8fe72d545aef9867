-- Fragment: what every script of the waiting room knows of it.
--
-- room          hash: lobbyOpensAt (ms), hasDraw (1 or 0), capacity, perMinute, admissionMs, whenSoldOut
--               (close or keep), paused, draining (1 or 0), message, version of all this
-- line          sorted set: user, in the lobby or in line, by their draw or, behind all draws, by the
--               number that they took
-- absent        sorted set: as line, those who were not there when they were called
-- admitted      see admission.lua of seating
-- people        hash: user in line or absent → ms at which they joined and ms at which they were last seen
-- draws         string: 13 hex digits for each entering and each leaving of a lobby with a draw. A person in
--               it occurs an odd number of times
-- pace          hash: lineId, seq (the last number that was taken), tokens and tokensAt (the bucket), counted
--               (JSON of what was counted lately, written by each tick), opened (1 from the first tick
--               after the opening on), moved,
--               admitted, noShows (counters), minute (the last one counted), told and toldAt (the news)
-- recent        list: ms of the first and the last, and number, of the admissions of the last minute
-- line-minutes  hash: minute since 1970, and what: e entered, a admitted, n no-shows, w waiting, i inside
-- waits         list: for how many ms the last ones waited who were let in
--
-- KEYS      sale, holds, due, room, line, pace
-- ARGV      differ by script
-- Reply     differs by script; NOT_LOADED where Redis does not know the performance, ROOM_NOT_LOADED where it does
--           not know its room, NO_ROOM where the performance has none
--- @include "performance"
--- @include "areas"
--- @include "due"

-- Draws have 52 bits. Numbers are behind them all, and the two together are still exact in a double.
local BEHIND_DRAWS = 4503599627370496
local MINUTE_MS = 60000

local room = {}

-- The terms of the room and of its sale, or the reply that says why there are none.
local function no_room()
  if not read_sale('waitingRoom', 'opensAt', 'closesAt', 'open', 'areas') then return NOT_LOADED end
  if sale.waitingRoom ~= 1 then return { 'code', 'NO_ROOM' } end
  room.opensAt, room.closesAt = sale.opensAt, sale.closesAt
  local fields = {
    'lobbyOpensAt', 'hasDraw', 'capacity', 'perMinute', 'admissionMs', 'paused', 'draining', 'whenSoldOut', 'message',
  }
  local values = redis.call('HMGET', ROOM, unpack(fields))
  for index, field in ipairs(fields) do
    if not values[index] then return { 'code', 'ROOM_NOT_LOADED' } end
    room[field] = index < 8 and tonumber(values[index]) or values[index]
  end
end

-- In the order of the areas' places.
local function open_by_area()
  local fields = {}
  for index, area in ipairs(read_areas()) do fields[index] = 'open:' .. area.name end
  local open = redis.call('HMGET', SALE, unpack(fields))
  for index, count in ipairs(open) do open[index] = tonumber(count) or 0 end
  return open
end

-- A held place may come back, and so may one that is returning.
local function is_sold_out()
  return sale.open == 0 and redis.call('HLEN', HOLDS) == 0 and redis.call('ZCOUNT', DUE, '-inf', BEFORE_ASK) == 0
end

local function phase_at(now)
  if now >= room.closesAt then return 'closed' end
  if now < room.opensAt then return now < room.lobbyOpensAt and 'closed' or 'lobby' end
  return room.whenSoldOut == 'close' and is_sold_out() and 'sold-out' or 'open'
end

-- The facts that everybody is told alike: LineFacts of the contract, but for when it was so. And what was counted lately.
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

-- Whether who joins now joins the draw, and who leaves leaves it. Once a sale has opened its seed is known, and stays
-- so while the clock steps back.
local function is_drawing(now)
  return now < room.opensAt and redis.call('HEXISTS', PACE, 'opened') == 0
end
