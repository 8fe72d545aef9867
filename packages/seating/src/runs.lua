-- Fragment: the runs of a hall, for who asks for the best n together. Prepended to every seating script, after
-- performance.lua.
--
-- A run is a row's places that stand beside each other, from an aisle to the next; where people stand, some that
-- follow each other. Places for wheelchairs and for who comes along make runs of their own. A stretch is what is
-- open of a run without a gap. hall-runs.ts cuts the runs, and driftOfRuns says what all this must be.
--
-- KEYS[16]  runs        sorted set: each run that has something open, once for each group it is in (everything,
--                       its price, its area; "e", "p", "a" before its text). Its score tells the group, then a
--                       bucket, then the rank of its best place: the first of a bucket is the best of it. The
--                       bucket of an ordinary run is its longest stretch, up to 10; where another stretch is one
--                       shorter, it is in a bucket of those too ("f", "q", "b"). The bucket of a run for
--                       wheelchairs is how many of those are open, up to 10
-- KEYS[17]  run-starts  sorted set: every run by its first place, as the text
--                       <first>-<last>-<best place>-<price level>-<number of its area>-<kinds>-<area>;
--                       kinds is o, or w (wheelchair) and c (companion) for each place, between < and > where
--                       an ordinary place stands beside the first and the last
-- KEYS[18]  ranks       two bytes a place: the better the smaller, see place-ranks.ts
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

-- Runs that are known already, by places of theirs, and the last one that was asked for.
local run_at, latest = {}, nil

-- A run begins at its first place, so the last one that begins at or before a place has it.
local function run_of(place)
  local run = run_at[place] or latest
  if not run or place < run.first or place > run.last then
    run = run_in(redis.call('ZREVRANGEBYSCORE', RUN_STARTS, place, '-inf', 'LIMIT', 0, 1)[1])
  end
  run_at[place], latest = run, run
  return run
end

local function states_in(run)
  return redis.call('GETRANGE', PLACES, run.first, run.last)
end

local function rank_of(place)
  local high, low = string.byte(redis.call('GETRANGE', RANKS, 2 * place, 2 * place + 1), 1, 2)
  return high * 256 + low
end

-- Of an ordinary run: its longest stretch, the best place of that, and whether another is one shorter. Ranks fall
-- towards the best place of a run and rise behind it, so that the best of a stretch is the nearest to that.
local function look_at(run, states)
  local best = run.best - run.first + 1
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
  return longest, found and run.first + found - 1, has_next
end

-- Of a run for wheelchairs: how many places are open for them, and the best of these.
local function look_for_wheelchairs(run, states)
  local kinds = string.match(run.kinds, '[wc]+')
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

local NOWHERE = { bucket = 0, another = 0 }

-- The buckets that a run belongs in when these are the states of its places, 0 for none, and its best place.
local function weight_of(run, states)
  if run.kinds ~= ORDINARY then
    local open, best = look_for_wheelchairs(run, states)
    return { bucket = open, another = 0, best = best }
  end
  local longest, best, has_next = look_at(run, states)
  return { bucket = longest, another = has_next and NEXT_TO_LONGEST + longest - 1 or 0, best = best }
end

-- Puts a run into a bucket of each of its groups, or takes it out of them all.
local function put(run, letters, bucket, rank)
  local in_all, in_price, in_area = letters[1] .. run.text, letters[2] .. run.text, letters[3] .. run.text
  if bucket == 0 then return redis.call('ZREM', RUNS, in_all, in_price, in_area) end
  local shift = run.kinds == ORDINARY and 0 or ACCESSIBLE
  redis.call('ZADD', RUNS, score_of(shift + EVERYTHING, bucket, rank), in_all,
    score_of(shift + FIRST_PRICE + run.level, bucket, rank), in_price,
    score_of(shift + FIRST_AREA + run.area_number, bucket, rank), in_area)
end

local LONGEST, ANOTHER = { 'e', 'p', 'a' }, { 'f', 'q', 'b' }

-- Moves a run from one weight to another. What stays as it is costs nothing.
local function move(run, from, to)
  local is_moved = to.best ~= from.best or to.bucket ~= from.bucket
  local has_other = to.another ~= from.another or (to.another > 0 and is_moved)
  if not is_moved and not has_other then return end
  local rank = to.best and rank_of(to.best)
  if is_moved then put(run, LONGEST, to.bucket, rank) end
  if has_other then put(run, ANOTHER, to.another, rank) end
end

-- Places that opened, or are open no more, since the runs were last told.
local touched = {}

local function touch(place)
  -- Who does it twice has done nothing.
  touched[place] = not touched[place] or nil
end

-- Moves each run of which something was touched. What its places were before follows from what was touched.
local function follow_runs()
  local followed = {}
  for place in pairs(touched) do
    local run = run_of(place)
    local one = followed[run.text]
    if not one then
      local states = states_in(run)
      one = { run = run, are = states, were = states }
      followed[run.text] = one
    end
    local at = place - run.first + 1
    local was = string.sub(one.are, at, at) == IS_OPEN and IS_HELD or IS_OPEN
    one.were = string.sub(one.were, 1, at - 1) .. was .. string.sub(one.were, at + 1)
  end
  touched = {}
  for _, one in pairs(followed) do
    move(one.run, weight_of(one.run, one.were), weight_of(one.run, one.are))
  end
end
