-- Fragment: finds the best n ordinary places beside each other.
--
-- An orphan is an open place with no open neighbour in its run: an aisle, or the end of a run, is as good as a
-- neighbour who is taken, for nobody comes to sit there with somebody. One that was there before is nobody's fault.
--
-- KEYS      runs
-- ARGV      as in claim-best.lua
-- Reply     as in claim-best.lua
--- @include "fold-feed"
--- @include "areas"
--- @include "feed"

-- The places that this script has changed itself, and the state by which their run was refreshed.
local refreshed = {}

-- Refreshes the runs of what this script has changed, and of some places in any case.
local function refresh_changed(others)
  local places = others and { unpack(others) } or {}
  for place, state in pairs(changes) do
    if refreshed[place] ~= state then places[#places + 1], refreshed[place] = place, state end
  end
  refresh_runs_of(places)
end

-- So many of the best runs of their buckets are looked at more closely.
local COMPARED_MAX = 3

-- The best run of a group between two buckets: of the lowest of them that has any.
local function first_between(group, lowest, highest)
  local found = redis.call('ZRANGEBYSCORE', RUNS, score_of(group, lowest, 0),
    score_of(group, highest, RANKS_MAX - 1), 'WITHSCORES', 'LIMIT', '0', '1')
  if not found[1] then return nil end
  local score = tonumber(found[2])
  return { member = found[1], rank = score % RANKS_MAX, bucket = math.floor(score / RANKS_MAX) % BUCKETS }
end

local function is_better(one, other)
  if one.rank ~= other.rank then return one.rank < other.rank end
  return one.member < other.member
end

-- Sums of ranks fall towards the best place of the run and rise behind it, so that the best window is around that
-- place, or at the end that is nearest; two further on either side, where it is no orphan's neighbour.
local function best_in_stretch(run, from, to, count, may_orphan)
  local spare = to - from + 1 - count
  local function within(offset) return math.max(0, math.min(spare, offset)) end
  local lowest, highest = within(run.best - count - 1 - from), within(run.best + 2 - from)
  local sum, best, least = 0, nil, nil
  know_ranks(run)
  for place = from + lowest, from + lowest + count - 1 do sum = sum + rank_in(run, place) end
  for offset = lowest, highest do
    if offset > lowest then
      sum = sum + rank_in(run, from + offset + count - 1) - rank_in(run, from + offset - 1)
    end
    local leaves_one = offset == 1 or spare - offset == 1
    if (may_orphan or not leaves_one) and (not best or sum < least) then best, least = from + offset, sum end
  end
  return best, least
end

-- The best n together of a run: the first of them, and the sum of their ranks.
local function best_in_run(run, count, may_orphan)
  local states, best, least = states_in(run), nil, nil
  local from, to = string.find(states, '%.+')
  while from do
    local spare = to - from + 1 - count
    if spare == 0 or spare > 1 or (spare == 1 and may_orphan) then
      local first, sum = best_in_stretch(run, run.first + from - 1, run.first + to - 1, count, may_orphan)
      if first and (not best or sum < least) then best, least = first, sum end
    end
    from, to = string.find(states, '%.+', to + 1)
  end
  return best, least
end

-- Some places of a run that follow each other. Their run is known: nobody has to look it up.
local function places_from(run, first, count, found)
  found = found or {}
  for place = first, first + count - 1 do
    run_at[place], area_at[place] = run, run.area
    table.insert(found, place)
  end
  return found
end

-- The best of some runs, which are compared in the order of their best places.
local function best_of(candidates, count, may_orphan)
  table.sort(candidates, is_better)
  local chosen, best, least
  for index, candidate in ipairs(candidates) do
    if index > COMPARED_MAX or (least and least <= candidate.rank * count) then break end
    local run = run_in(candidate.member)
    local first, sum = best_in_run(run, count, may_orphan)
    if first and (not best or sum < least) then chosen, best, least = run, first, sum end
  end
  return chosen and places_from(chosen, best, count)
end

-- Together, and nobody left alone, wherever there is such a stretch: of exactly n, or of n + 2 and more. Only
-- where there is none, of n + 1.
local function find_together(groups, count)
  local tidy, untidy = {}, {}
  for _, group in ipairs(groups) do
    local found = first_between(group, count, STRETCH_MAX)
    while found do
      table.insert(found.bucket == count + 1 and untidy or tidy, found)
      found = found.bucket < STRETCH_MAX and first_between(group, found.bucket + 1, STRETCH_MAX)
    end
  end
  if #tidy > 0 then return best_of(tidy, count, false) end
  if #untidy == 0 then return nil end
  for _, group in ipairs(groups) do
    table.insert(tidy, first_between(group, NEXT_TO_LONGEST + count, NEXT_TO_LONGEST + count))
  end
  return best_of(tidy, count, false) or best_of(untidy, count, true)
end
