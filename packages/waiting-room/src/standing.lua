-- Fragment: where somebody stands.
--
-- KEYS      line, absent, admitted, people
-- ARGV      differ by script
-- Reply     differs by script
--- @include "room"

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
