-- Lets in from the head of the line who may go in: as many as the room holds, no faster than its rate, and only
-- while something is open. An absent person is passed over, and counts neither as let in nor against the rate.
-- Any number of workers may tick at once. Its work is bounded, however long the line.
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
-- KEYS[10]  recent
-- KEYS[11]  line-minutes
-- KEYS[12]  waits
-- KEYS[13]  feed
-- KEYS[14]  bell
-- ARGV[1]   ms for which somebody who was seen counts as there
-- Reply     { code: "TICKED", admitted, noShows, expired, inside, waiting }, or NOT_LOADED, ROOM_NOT_LOADED, NO_ROOM
--- @include "room"
--- @include "line-minutes"
--- @include "admission"

local none = no_room()
if none then return none end

local PRESENT_MS = tonumber(ARGV[1])
local EXPIRED_MAX, CALLED_AT_ONCE, CALLED_MAX = 500, 500, 2000
-- The bucket holds the admissions of one second: a line that stood still is not let in all at once.
local BURST_MS = 1000
local RECENT_STEP_MS, WAITS_MAX, KEPT_MINUTES = 250, 500, 61
local TELL_MS = 1000

local now = now_ms()
local phase = phase_at(now)

-- Every admission of the last minute. Those of a moment share an entry, which counts from the last of them.
local function admitted_lately()
  local total, over = 0, 0
  for _, entry in ipairs(redis.call('LRANGE', RECENT, 0, -1)) do
    local last, count = string.match(entry, '^%d+:(%d+):(%d+)$')
    if tonumber(last) <= now - MINUTE_MS then over = over + 1 else total = total + tonumber(count) end
  end
  if over > 0 then redis.call('LTRIM', RECENT, over, -1) end
  return total
end

-- An entry ends some ms after its first, however many ticks there are: one that grew with each would never be over.
local function note_admissions(number)
  local first, last, count = string.match(redis.call('LINDEX', RECENT, -1) or '0:0:0', '^(%d+):(%d+):(%d+)$')
  last = math.max(now, tonumber(last))
  if last - first < RECENT_STEP_MS then
    redis.call('LSET', RECENT, -1, string.format('%s:%.0f:%.0f', first, last, count + number))
  else
    redis.call('RPUSH', RECENT, string.format('%.0f:%.0f:%.0f', last, last, number))
  end
end

-- A token bucket; what is in it now.
local function tokens_now()
  local pace = redis.call('HMGET', PACE, 'tokens', 'tokensAt')
  local per_ms = room.perMinute / MINUTE_MS
  local burst = math.max(1, per_ms * BURST_MS)
  local since = math.max(0, now - tonumber(pace[2] or now))
  return math.min(burst, tonumber(pace[1] or burst) + since * per_ms)
end

local function expire()
  local over = redis.call('ZRANGEBYSCORE', ADMITTED, '-inf', now, 'LIMIT', 0, EXPIRED_MAX)
  if #over == 0 then return 0 end
  redis.call('ZREM', ADMITTED, unpack(over))
  for _, user in ipairs(over) do note('standing', user) end
  return #over
end

-- Calls from the head of the line until so many came, or so many were called. Returns who was called, who came, with
-- the ms at which they joined, and who did not.
local function call(wanted, calls)
  local head = redis.call('ZRANGE', LINE, 0, calls - 1, 'WITHSCORES')
  local ahead, users, came, missing = {}, {}, {}, {}
  for index = 1, #head, 2 do table.insert(ahead, head[index]) end
  if #ahead == 0 then return users, came, missing end
  for index, known in ipairs(redis.call('HMGET', PEOPLE, unpack(ahead))) do
    if #came == wanted then break end
    local joined, seen = string.match(known or '', '^(%d+) (%d+)$')
    table.insert(users, ahead[index])
    -- Where Redis has lost when they were seen they count as there: nobody behind them overtakes them.
    if not seen or tonumber(seen) > now - PRESENT_MS then
      table.insert(came, { user = ahead[index], joined = tonumber(joined or now) })
    else
      table.insert(missing, head[2 * index])
      table.insert(missing, ahead[index])
    end
  end
  redis.call('ZREM', LINE, unpack(users))
  if #missing > 0 then redis.call('ZADD', ABSENT, unpack(missing)) end
  return users, came, missing
end

local function let_all_in(came)
  if #came == 0 then return end
  local entries, users, waits = {}, {}, {}
  for _, person in ipairs(came) do
    table.insert(entries, now + room.admissionMs)
    table.insert(entries, person.user)
    table.insert(users, person.user)
    table.insert(waits, math.max(0, now - math.max(person.joined, room.opensAt)))
    note('admitted', person.user)
  end
  redis.call('ZADD', ADMITTED, unpack(entries))
  redis.call('HDEL', PEOPLE, unpack(users))
  redis.call('LPUSH', WAITS, unpack(waits))
  redis.call('LTRIM', WAITS, 0, WAITS_MAX - 1)
end

local function inside()
  return redis.call('ZCOUNT', ADMITTED, '(' .. string.format('%.0f', now), '+inf')
end

-- How many may go in now. Returns that, and what is in the bucket.
local function room_for()
  local tokens = tokens_now()
  if room.paused == 1 or sale.open == 0 then return 0, tokens end
  return math.floor(math.min(tokens, room.capacity - inside(), room.perMinute - admitted_lately())), tokens
end

-- Returns how many were let in, and how many were passed over.
local function admit()
  if redis.call('ZCARD', LINE) == 0 then return 0, 0 end
  local wanted, tokens = room_for()
  local admitted, no_shows, called, calls = 0, 0, 0, wanted
  while admitted < wanted and called < CALLED_MAX do
    calls = math.min(calls, CALLED_AT_ONCE, CALLED_MAX - called)
    local users, came, missing = call(wanted - admitted, calls)
    if #users == 0 then break end
    let_all_in(came)
    -- Where many are gone it looks further and further, rather than at one after the other.
    calls = 2 * calls
    called, admitted, no_shows = called + #users, admitted + #came, no_shows + #missing / 2
  end
  redis.call('HSET', PACE, 'tokens', string.format('%.6f', tokens - admitted), 'tokensAt', string.format('%.0f', now))
  if admitted > 0 then note_admissions(admitted) end
  if called > 0 then
    redis.call('HINCRBY', PACE, 'moved', called)
    redis.call('HINCRBY', PACE, 'admitted', admitted)
    redis.call('HINCRBY', PACE, 'noShows', no_shows)
  end
  count_minute(now, 'a', admitted)
  count_minute(now, 'n', no_shows)
  return admitted, no_shows
end

local EARLIER_MINUTES = 5

-- Counts of a line since the sale opened, or in the last minutes: entered, absent when called, and
-- who came out again. Before the first minute that anybody counted, nobody was inside.
local function counted_lately(now)
  local minute, fields, counted = math.floor(now / MINUTE_MS), {}, { at = now, admitted = 0, noShows = 0 }
  for ago = EARLIER_MINUTES + 1, 0, -1 do
    local name, at = string.format('%.0f', minute - ago), #fields
    fields[at + 1], fields[at + 2], fields[at + 3] = name .. ':i', name .. ':a', name .. ':n'
  end
  local counts = redis.call('HMGET', LINE_MINUTES, unpack(fields))
  local inside_before, first = tonumber(counts[1] or 0), nil
  for ago = EARLIER_MINUTES, 0, -1 do
    local at = 3 * (EARLIER_MINUTES + 1 - ago)
    if counts[at + 1] and not first then first = minute - ago end
    counted.admitted = counted.admitted + tonumber(counts[at + 2] or 0)
    counted.noShows = counted.noShows + tonumber(counts[at + 3] or 0)
  end
  counted.since = math.max(room.opensAt, (first or minute) * MINUTE_MS)
  counted.isWhole = first ~= minute - EARLIER_MINUTES or counted.since == room.opensAt
  counted.inside = inside()
  counted.cameOut = math.max(0, counted.admitted + inside_before - counted.inside)
  return counted
end

local function count_heads(waiting, here)
  local minute = math.floor(now / MINUTE_MS)
  local name = string.format('%.0f', minute)
  if redis.call('HGET', PACE, 'minute') ~= name then
    redis.call('HSET', PACE, 'minute', name)
    for _, field in ipairs(redis.call('HKEYS', LINE_MINUTES)) do
      if tonumber(string.match(field, '^%d+')) <= minute - KEPT_MINUTES then redis.call('HDEL', LINE_MINUTES, field) end
    end
  end
  redis.call('HSET', LINE_MINUTES, name .. ':w', waiting, name .. ':i', here)
end

-- One small message for everybody, when it says something new, and not too often.
local function tell_line()
  local facts = facts_of(phase)
  local text = cjson.encode(facts)
  local pace = redis.call('HMGET', PACE, 'told', 'toldAt')
  local is_early = now - tonumber(pace[2] or 0) < TELL_MS
  if text == pace[1] or is_early then return end
  redis.call('HSET', PACE, 'told', text, 'toldAt', string.format('%.0f', now))
  facts.at = now
  tell({ 'line', cjson.encode(facts) })
end

local expired, admitted, no_shows = expire(), 0, 0
if phase == 'open' then
  admitted, no_shows = admit()
elseif phase == 'sold-out' or now >= room.closesAt then
  redis.call('UNLINK', LINE, ABSENT, ADMITTED, PEOPLE)
end
local waiting, here = redis.call('ZCARD', LINE), inside()
count_heads(waiting, here)
local opened = now >= room.opensAt and { 'opened', 1 } or {}
redis.call('HSET', PACE, 'counted', cjson.encode(counted_lately(now)), unpack(opened))
announce()
tell_line()
return reply({
  code = 'TICKED', admitted = admitted, noShows = no_shows, expired = expired, inside = here, waiting = waiting,
})
