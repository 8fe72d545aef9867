-- Fragment: where people stand.
--
-- KEYS      line, absent, admitted, people
-- ARGV      differ by script
-- Reply     differs by script
--- @include "room"

-- They are here: who is in line is not passed over for a while.
local function see(users, now)
  local seen, time = {}, string.format('%.0f', now)
  for index, known in ipairs(redis.call('HMGET', PEOPLE, unpack(users))) do
    local joined = string.match(known or '', '^%d+') or time
    seen[2 * index - 1], seen[2 * index] = users[index], joined .. ' ' .. time
  end
  redis.call('HSET', PEOPLE, unpack(seen))
end

-- Where a user stands at a phase, who is not let in: their state, and how many are ahead of them.
local function place_of(user, phase)
  local rank = redis.call('ZRANK', LINE, user)
  if rank and phase == 'open' then return 'waiting', rank end
  if rank then return 'lobby', room.hasDraw == 0 and rank or '' end
  local passed_over = redis.call('ZSCORE', ABSENT, user)
  if passed_over then return 'absent', redis.call('ZCOUNT', LINE, '-inf', '(' .. passed_over) end
  return room.draining == 1 and 'closed' or 'absent', ''
end

-- Where users stand at a phase, in their order.
local function places_of_all(users, now, phase)
  local is_over = phase == 'sold-out' or phase == 'closed'
  local admitted = phase == 'open' and redis.call('ZMSCORE', ADMITTED, unpack(users)) or {}
  local people = {}
  for index, user in ipairs(users) do
    local admitted_until, state, ahead = tonumber(admitted[index] or 0), phase, ''
    if admitted_until > now then
      people[index] = string.format('admitted::%.0f', admitted_until)
    else
      if not is_over then state, ahead = place_of(user, phase) end
      people[index] = state .. ':' .. ahead .. ':'
    end
  end
  return table.concat(people, ',')
end

-- The reply: where users stand at a phase, with all that their pages tell.
local function standing_of(users, now, phase)
  local facts, counted = facts_of(phase)
  return {
    'code', 'STANDING', 'at', now, 'lineId', facts.lineId, 'phase', phase, 'waiting', facts.waiting,
    'moved', facts.moved, 'left', table.concat(facts.left, ','), 'paused', room.paused, 'draining', room.draining,
    'message', room.message, 'opensAt', room.opensAt, 'lobbyOpensAt', room.lobbyOpensAt, 'hasDraw', room.hasDraw,
    'capacity', room.capacity, 'perMinute', room.perMinute, 'admissionMs', room.admissionMs,
    'counted', counted or '', 'people', places_of_all(users, now, phase),
  }
end
