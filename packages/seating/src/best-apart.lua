-- Fragment: finds n ordinary places in several parts, where there are no n together.
--
-- In as few parts as can be, nobody alone where so many parts can do without, and near each other: by their
-- numbers, for places of one row, and of the rows before and behind, have the nearest.
--
-- KEYS      runs
-- ARGV      as in claim-best.lua
-- Reply     as in claim-best.lua
--- @include "best-together"
--- @seldom find_apart

local RUNS_PER_BUCKET_MAX, RUNS_COLLECTED_MAX, STRETCHES_MAX, ANCHORS_MAX = 8, 16, 48, 6

local function add_stretches(found, run)
  local states = states_in(run)
  local from, to = string.find(states, '%.+')
  while from do
    table.insert(found, { run = run, from = run.first + from - 1, to = run.first + to - 1, order = #found })
    from, to = string.find(states, '%.+', to + 1)
  end
end

local function length_of(stretch)
  return stretch.to - stretch.from + 1
end

-- The longest stretches there are, all shorter than n. Of at least as many runs as there can be parts, so that
-- no longer one is missed.
local function collect(groups, count)
  local found, collected = {}, 0
  for bucket = count - 1, 1, -1 do
    for _, group in ipairs(groups) do
      local members = redis.call('ZRANGEBYSCORE', RUNS, score_of(group, bucket, 0),
        score_of(group, bucket, RANKS_MAX - 1), 'LIMIT', 0, RUNS_PER_BUCKET_MAX)
      for _, member in ipairs(members) do add_stretches(found, run_in(member)) end
      collected = collected + #members
      if collected >= RUNS_COLLECTED_MAX then break end
    end
    if collected >= RUNS_COLLECTED_MAX then break end
  end
  table.sort(found, function(one, other)
    if length_of(one) ~= length_of(other) then return length_of(one) > length_of(other) end
    return one.order < other.order
  end)
  return found
end

-- How many parts it takes, and whether nobody has to be alone. No parts where there are not n at all.
local function parts_of(stretches, count)
  local sum = 0
  for parts, stretch in ipairs(stretches) do
    sum = sum + length_of(stretch)
    if sum >= count then return parts, length_of(stretch) > 1 and count >= 2 * parts end
  end
  return nil, sum
end

local function gap_between(one, other)
  return math.max(one.from - other.to, other.from - one.to)
end

-- The least length of the next part, so that the longest of the others are enough for the rest.
local function least_length(stretches, chosen, left, parts_left)
  for _, stretch in ipairs(stretches) do
    if parts_left == 1 then break end
    if not chosen[stretch] then left, parts_left = left - length_of(stretch), parts_left - 1 end
  end
  return left
end

-- So many parts around one of them, each the nearest that will do; nothing where it is too short itself.
local function parts_around(anchor, stretches, count, parts)
  local found, chosen, left = {}, {}, count
  for part = 1, parts do
    local least = least_length(stretches, chosen, left, parts - part + 1)
    local nearest = part == 1 and length_of(anchor) >= least and anchor or nil
    for _, stretch in ipairs(part == 1 and {} or stretches) do
      if not chosen[stretch] and length_of(stretch) >= least
        and (not nearest or gap_between(stretch, anchor) < gap_between(nearest, anchor)) then
        nearest = stretch
      end
    end
    if not nearest then return nil end
    table.insert(found, nearest)
    chosen[nearest] = true
    left = left - length_of(nearest)
  end
  return found
end

local function width_of(parts)
  local low, high = parts[1].from, parts[1].to
  for _, part in ipairs(parts) do low, high = math.min(low, part.from), math.max(high, part.to) end
  return high - low
end

-- Shares n out as evenly as the parts allow: rather two and two than three and one.
local function share_out(parts, count)
  local sizes, left = {}, count - #parts
  for index in ipairs(parts) do sizes[index] = 1 end
  while left > 0 do
    local smallest
    for index, part in ipairs(parts) do
      local has_room = sizes[index] < length_of(part)
      if has_room and (not smallest or sizes[index] < sizes[smallest]) then smallest = index end
    end
    sizes[smallest], left = sizes[smallest] + 1, left - 1
  end
  return sizes
end

-- Places, or nothing and how many there are.
local function find_apart(groups, count)
  local stretches = collect(groups, count)
  local parts, tells = parts_of(stretches, count)
  if not parts then return nil, tells end
  local eligible, best = {}, nil
  for _, stretch in ipairs(stretches) do
    local is_long_enough = length_of(stretch) > 1 or not tells
    if is_long_enough and #eligible < STRETCHES_MAX then table.insert(eligible, stretch) end
  end
  local tried = 0
  for _, anchor in ipairs(eligible) do
    local around = parts_around(anchor, eligible, count, parts)
    if around and (not best or width_of(around) < width_of(best)) then best = around end
    tried = tried + 1
    if tried == ANCHORS_MAX then break end
  end
  local found = {}
  for index, size in ipairs(share_out(best, count)) do
    local part = best[index]
    local first = best_in_stretch(part.run, part.from, part.to, size, false)
      or best_in_stretch(part.run, part.from, part.to, size, true)
    places_from(part.run, first, size, found)
  end
  return found
end
