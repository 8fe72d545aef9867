-- Fragment: the runs of a hall, for who asks for the best n together. Prepended to every seating script, after
-- performance.lua.
--
-- A run is a row's places that stand beside each other, from an aisle to the next; where people stand, some that
-- follow each other. Places for wheelchairs and for who comes along make runs of their own. A stretch is what is
-- open of a run without a gap. hall-runs.ts cuts the runs, and driftOfRuns says what all this must be.
--
-- KEYS[17]  runs        sorted set: each run that has something open, once for each group it is in (everything,
--                       its price, its area; "e", "p", "a" before its text). Its score tells the group, then a
--                       bucket, then the rank of its best place: the first of a bucket is the best of it. The
--                       bucket of an ordinary run is its longest stretch, up to 10; where another stretch is one
--                       shorter, it is in a bucket of those too ("f", "q", "b"). The bucket of a run for
--                       wheelchairs is how many of those are open, up to 10
-- KEYS[18]  run-starts  sorted set: every run by its first place, as the text
--                       <first>-<last>-<best place>-<price level>-<number of its area>-<kinds>-<area>;
--                       kinds is o, or w (wheelchair) and c (companion) for each place, between < and > where
--                       an ordinary place stands beside the first and the last
-- KEYS[19]  ranks       two bytes a place: the better the smaller, see place-ranks.ts
-- ARGV      differ by script
-- Reply     differs by script

-- Longer stretches are alike: even the most places that can be asked for leave two beside them.
local STRETCH_MAX = 10
-- The buckets of those that have another stretch, one shorter than the longest, are counted from here.
local NEXT_TO_LONGEST = 10
local BUCKETS, RANKS_MAX = 32, 65536
local EVERYTHING, FIRST_PRICE, FIRST_AREA, ACCESSIBLE = 0, 1, 201, 512
local ORDINARY = 'o'

local function score_of(group, bucket, rank)
  return (group * BUCKETS + bucket) * RANKS_MAX + rank
end

local RUN = '^%a?((%d+)-(%d+)-(%d+)-(%d+)-(%d+)-([^-]+)-(.+))$'

-- What the text of a run says, in either of the sets.
local function run_in(member)
  local text, first, last, best, level, area_number, kinds, area = string.match(member, RUN)
  return {
    text = text, first = tonumber(first), last = tonumber(last), best = tonumber(best),
    level = tonumber(level), area_number = tonumber(area_number), kinds = kinds, area = area,
  }
end

-- Runs that are known already, by places of theirs.
local run_at = {}

local function run_of(place)
  return run_at[place]
    or run_in(redis.call('ZREVRANGEBYSCORE', RUN_STARTS, place, '-inf', 'LIMIT', 0, 1)[1])
end

local function states_in(run)
  return redis.call('GETRANGE', PLACES, run.first, run.last)
end

local function rank_of(place)
  local high, low = string.byte(redis.call('GETRANGE', RANKS, 2 * place, 2 * place + 1), 1, 2)
  return high * 256 + low
end

-- The longest stretch of an ordinary run, whether another is one shorter, and the best place of the longest:
-- ranks fall towards the best place of a run and rise behind it, so that it is the nearest to that.
local function look_at(run)
  local states, best = states_in(run), run.best - run.first + 1
  local longest, found, away, lengths = 0, nil, nil, {}
  local from, to = string.find(states, '%.+')
  while from do
    local length = math.min(to - from + 1, STRETCH_MAX)
    local nearest = math.max(from, math.min(to, best))
    local distance = math.abs(nearest - best)
    if length > longest or (length == longest and distance < away) then
      longest, found, away = length, nearest, distance
    end
    lengths[length] = true
    from, to = string.find(states, '%.+', to + 1)
  end
  local has_next = longest < STRETCH_MAX and lengths[longest - 1]
  return longest, has_next, found and run.first + found - 1
end

-- How many places of a run are open for wheelchairs, and the best of them.
local function look_for_wheelchairs(run)
  local states, kinds = states_in(run), string.match(run.kinds, '[wc]+')
  local open, found, away = 0, nil, nil
  for at = 1, #states do
    if string.sub(states, at, at) == IS_OPEN and string.sub(kinds, at, at) == 'w' then
      local distance = math.abs(run.first + at - 1 - run.best)
      if open == 0 or distance < away then found, away = run.first + at - 1, distance end
      open = open + 1
    end
  end
  return math.min(open, STRETCH_MAX), found
end

-- Puts a run where it belongs, from what is open of it now. A new one is nowhere yet.
local function weigh(run, is_new)
  local text, price, area = run.text, FIRST_PRICE + run.level, FIRST_AREA + run.area_number
  local is_ordinary = run.kinds == ORDINARY
  local bucket, has_next, best
  if is_ordinary then
    bucket, has_next, best = look_at(run)
  else
    bucket, best = look_for_wheelchairs(run)
  end
  if bucket == 0 then
    if is_new then return end
    redis.call('ZREM', RUNS, 'e' .. text, 'p' .. text, 'a' .. text, 'f' .. text, 'q' .. text, 'b' .. text)
    return
  end
  local rank, shift = rank_of(best), is_ordinary and 0 or ACCESSIBLE
  redis.call('ZADD', RUNS, score_of(shift + EVERYTHING, bucket, rank), 'e' .. text,
    score_of(shift + price, bucket, rank), 'p' .. text, score_of(shift + area, bucket, rank), 'a' .. text)
  if has_next then
    local another = NEXT_TO_LONGEST + bucket - 1
    redis.call('ZADD', RUNS, score_of(EVERYTHING, another, rank), 'f' .. text,
      score_of(price, another, rank), 'q' .. text, score_of(area, another, rank), 'b' .. text)
  elseif is_ordinary and not is_new then
    redis.call('ZREM', RUNS, 'f' .. text, 'q' .. text, 'b' .. text)
  end
end

-- Weighs each run of which something was touched, once.
follow_runs = function()
  local places, run = {}, nil
  for place in pairs(touched) do table.insert(places, place) end
  if #places == 0 then return end
  touched = {}
  table.sort(places)
  for _, place in ipairs(places) do
    if not run or place > run.last then
      run = run_of(place)
      weigh(run)
    end
  end
end
