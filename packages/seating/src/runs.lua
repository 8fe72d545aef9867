-- Fragment: the runs of a hall, for who asks for the best n together.
--
-- A run is a row's places that stand beside each other, from an aisle to the next; where people stand, some that
-- follow each other. Places for wheelchairs and for who comes along make runs of their own. A stretch is what is
-- open of a run without a gap. hall-runs.ts cuts the runs, and driftOfRuns says what all this must be.
--
-- runs        sorted set: each run that has something open, once for each group it is in (everything, its price, its
--             area; "e", "p", "a" before its text). Its score tells the group, then a bucket, then the rank of its
--             best place: the first of a bucket is the best of it. The bucket of an ordinary run is its longest
--             stretch, up to 10; where another stretch is one shorter, it is in a bucket of those too ("f", "q",
--             "b"). The bucket of a run for wheelchairs is how many of those are open, up to 10. It is behind the
--             places by what the feed tells after its entry `folded` of the hash sale: see fold-feed.lua
-- run-starts  sorted set: every run by its first place, as the text
--             <first>-<last>-<best place>-<price level>-<number of its area>-<kinds>-<area>;
--             kinds is o, or w (wheelchair) and c (companion) for each place, between < and > where
--             an ordinary place stands beside the first and the last
-- ranks       two bytes a place: the better the smaller, see place-ranks.ts
--
-- KEYS      places, runs, run-starts, ranks
-- ARGV      differ by script
-- Reply     differs by script
--- @include "performance"

-- Longer stretches are alike: even the most places that can be asked for leave two beside them.
local STRETCH_MAX = 10
-- The buckets of those that have another stretch, one shorter than the longest, are counted from here.
local NEXT_TO_LONGEST = 10
local BUCKETS, RANKS_MAX = 32, 65536
local EVERYTHING, FIRST_PRICE, FIRST_AREA, ACCESSIBLE = 0, 1, 201, 512
local ORDINARY = 'o'
-- Places that may lie between runs, for each of them, which are read together.
local SPAN_PER_RUN = 512

local function score_of(group, bucket, rank)
  return (group * BUCKETS + bucket) * RANKS_MAX + rank
end

local RUN = '^%a?((%d+)-(%d+)-(%d+)-(%d+)-(%d+)-([^-]+)-(.+))$'

-- The facts in the text of a run, in either of the sets.
local function run_in(member)
  local text, first, last, best, level, area_number, kinds, area = string.match(member, RUN)
  return {
    text = text, first = tonumber(first), last = tonumber(last), best = tonumber(best),
    level = tonumber(level), area_number = tonumber(area_number), kinds = kinds, area = area,
  }
end

-- Runs that are known already, by places of theirs, and the last one that was asked for.
local run_at, latest = {}, nil

local function has_runs()
  return redis.call('EXISTS', RUN_STARTS, RANKS) == 2
end

-- A run begins at its first place, so the last one that begins at or before a place has it.
local function run_of(place)
  local run = run_at[place]
  if not run or place < run.first or place > run.last then run = latest end
  if not run or place < run.first or place > run.last then
    run = run_in(redis.call('ZREVRANGEBYSCORE', RUN_STARTS, place, '-inf', 'LIMIT', '0', '1')[1])
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

-- Reads the ranks of all places of a run, which never change: who chooses in it and puts it where it then belongs
-- reads them once.
local function know_ranks(run)
  run.ranks = run.ranks or redis.call('GETRANGE', RANKS, 2 * run.first, 2 * run.last + 1)
end

-- Of a place of a run whose ranks are known.
local function rank_in(run, place)
  local at = 2 * (place - run.first) + 1
  local high, low = string.byte(run.ranks, at, at + 1)
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

-- The buckets that a run belongs in when these are the states of its places, 0 for none, and its best place.
local function weight_of(run, states)
  if run.kinds ~= ORDINARY then
    local open, best = look_for_wheelchairs(run, states)
    return { bucket = open, another = 0, best = best }
  end
  local longest, best, has_next = look_at(run, states)
  return { bucket = longest, another = has_next and NEXT_TO_LONGEST + longest - 1 or 0, best = best }
end

-- Longer lists of arguments are cut: Lua hands over no more than some thousands at once.
local RUNS_AT_ONCE_MAX, ENTRIES_AT_ONCE = 200, 3000

-- Members as they are named where the longest stretch counts, and where another one does.
local LONGEST, ANOTHER = { 'e', 'p', 'a' }, { 'f', 'q', 'b' }

local function shift_of(run)
  return run.kinds == ORDINARY and 0 or ACCESSIBLE
end

-- Adds to a list what is to be written of a run in one bucket, or to the other what is to be taken out.
local function add_entries(run, letters, bucket, rank, written, gone)
  local text, shift = run.text, shift_of(run)
  local in_all, in_price, in_area = letters[1] .. text, letters[2] .. text, letters[3] .. text
  if bucket == 0 then
    local at = #gone
    gone[at + 1], gone[at + 2], gone[at + 3] = in_all, in_price, in_area
    return
  end
  local at = #written
  written[at + 1], written[at + 2] = score_of(shift + EVERYTHING, bucket, rank), in_all
  written[at + 3], written[at + 4] = score_of(shift + FIRST_PRICE + run.level, bucket, rank), in_price
  written[at + 5], written[at + 6] = score_of(shift + FIRST_AREA + run.area_number, bucket, rank), in_area
end

local function write_entries(written, gone)
  for from = 1, #written, ENTRIES_AT_ONCE do
    redis.call('ZADD', RUNS, unpack(written, from, math.min(#written, from + ENTRIES_AT_ONCE - 1)))
  end
  for from = 1, #gone, ENTRIES_AT_ONCE do
    redis.call('ZREM', RUNS, unpack(gone, from, math.min(#gone, from + ENTRIES_AT_ONCE - 1)))
  end
end

-- The ranks of the best places of some runs by their weights; 0 where a run has none.
local function ranks_of(runs, weights)
  local ranks, reads, unknown = {}, {}, {}
  for index, run in ipairs(runs) do
    local best = weights[index].best
    ranks[index] = best and run.ranks and rank_in(run, best) or 0
    if best and not run.ranks then
      local at = #reads
      reads[at + 1], reads[at + 2], reads[at + 3] = 'GET', 'u16', '#' .. best
      unknown[#unknown + 1] = index
    end
  end
  if #reads == 0 then return ranks end
  for at, rank in ipairs(redis.call('BITFIELD', RANKS, unpack(reads))) do ranks[unknown[at]] = rank end
  return ranks
end

-- Whether a run is in another bucket, or has another best place, than its score says; no score where it is in none.
local function is_other(run, bucket, rank, score)
  if bucket == 0 then return score and true end
  return not score or tonumber(score) ~= score_of(shift_of(run) + EVERYTHING, bucket, rank)
end

-- Puts runs, which are in their order, where they belong by the states of their places as they are, or takes them out.
-- A run that is right already is left. The states of runs that are close together are read at once.
local function refresh(runs)
  local first, last = runs[1].first, runs[#runs].last
  local text = last - first <= SPAN_PER_RUN * #runs and redis.call('GETRANGE', PLACES, first, last)
  local weights, members = {}, {}
  for index, run in ipairs(runs) do
    local states = text and string.sub(text, run.first - first + 1, run.last - first + 1) or states_in(run)
    weights[index] = weight_of(run, states)
    members[2 * index - 1], members[2 * index] = LONGEST[1] .. run.text, ANOTHER[1] .. run.text
  end
  local ranks, known, written, gone = ranks_of(runs, weights), redis.call('ZMSCORE', RUNS, unpack(members)), {}, {}
  for index, run in ipairs(runs) do
    local weight, rank = weights[index], ranks[index]
    if is_other(run, weight.bucket, rank, known[2 * index - 1]) then
      add_entries(run, LONGEST, weight.bucket, rank, written, gone)
    end
    if is_other(run, weight.another, rank, known[2 * index]) then
      add_entries(run, ANOTHER, weight.another, rank, written, gone)
    end
  end
  write_entries(written, gone)
end

-- Refreshes the runs of some places, each once.
local function refresh_runs_of(places)
  table.sort(places)
  local runs = {}
  for _, place in ipairs(places) do
    local run = run_of(place)
    if run ~= runs[#runs] then
      if #runs == RUNS_AT_ONCE_MAX then
        refresh(runs)
        runs = {}
      end
      runs[#runs + 1] = run
    end
  end
  if #runs > 0 then refresh(runs) end
end
