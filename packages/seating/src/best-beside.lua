-- Fragment: finds places for some wheelchairs and for who comes along.
--
-- Companions sit in the run of the wheelchairs, in places of their own; where there are too few, in ordinary ones
-- beside that run. Where no run has room for all, the wheelchairs part, each with its share of companions; and who
-- finds nothing beside them sits elsewhere.
--
-- KEYS      places, runs
-- ARGV      as in claim-best.lua
-- Reply     as in claim-best.lua
--- @include "best-apart"
--- @include "claim"
--- @seldom find_beside

local BESIDE_MAX, PARTIES_MAX = 8, 16

-- The open places for wheelchairs in a run, and the ordinary places beside it.
local function around(run)
  local first, last, kinds = run.first, run.last, string.match(run.kinds, '[wc]+')
  if string.sub(run.kinds, 1, 1) == '<' then first = math.max(run_of(first - 1).first, first - BESIDE_MAX) end
  if string.sub(run.kinds, -1) == '>' then last = math.min(run_of(last + 1).last, last + BESIDE_MAX) end
  local states = redis.call('GETRANGE', PLACES, first, last)
  local found = { run = run, wheelchairs = {}, others = {} }
  for place = first, last do
    local at = place - run.first + 1
    local kind = place >= run.first and place <= run.last and string.sub(kinds, at, at) or ORDINARY
    if string.sub(states, place - first + 1, place - first + 1) == IS_OPEN then
      if kind == 'w' then
        table.insert(found.wheelchairs, place)
      else
        table.insert(found.others, { place = place, kind = kind })
      end
    end
  end
  return found
end

-- The others who are nearest to some wheelchairs: places for companions first.
local function nearest_others(others, from, to, count)
  local found = {}
  local function gap(place) return math.max(0, from - place, place - to) end
  for index, other in ipairs(others) do found[index] = other end
  table.sort(found, function(one, other)
    if one.kind ~= other.kind then return one.kind == 'c' end
    if gap(one.place) ~= gap(other.place) then return gap(one.place) < gap(other.place) end
    return one.place < other.place
  end)
  while #found > count do table.remove(found) end
  return found
end

local function is_closer(one, other)
  if one.width ~= other.width then return one.width < other.width end
  if one.ordinary ~= other.ordinary then return one.ordinary < other.ordinary end
  return one.rank < other.rank
end

-- Some wheelchairs that follow each other, and who comes along, as close as can be; there are enough of both.
local function party_of(places, wheelchairs, others)
  local best
  for index = 1, #places.wheelchairs - wheelchairs + 1 do
    local from, to = places.wheelchairs[index], places.wheelchairs[index + wheelchairs - 1]
    local party = { ordinary = 0, rank = rank_of(from), places = {} }
    for at = index, index + wheelchairs - 1 do table.insert(party.places, places.wheelchairs[at]) end
    local low, high = from, to
    for _, other in ipairs(nearest_others(places.others, from, to, others)) do
      table.insert(party.places, other.place)
      low, high = math.min(low, other.place), math.max(high, other.place)
      if other.kind == ORDINARY then party.ordinary = party.ordinary + 1 end
    end
    party.width = high - low
    if not best or is_closer(party, best) then best = party end
  end
  return best
end

-- The best runs with at least so many open for wheelchairs, those with the most of them first.
local function runs_with(groups, wheelchairs)
  local found = {}
  for bucket = STRETCH_MAX, wheelchairs, -1 do
    for _, group in ipairs(groups) do
      local members = redis.call('ZRANGEBYSCORE', RUNS, score_of(ACCESSIBLE + group, bucket, 0),
        score_of(ACCESSIBLE + group, bucket, RANKS_MAX - 1), 'LIMIT', 0, PARTIES_MAX)
      for _, member in ipairs(members) do
        if #found < PARTIES_MAX then table.insert(found, around(run_in(member))) end
      end
    end
  end
  return found
end

local function find_whole(groups, wheelchairs, others)
  local best
  for _, places in ipairs(runs_with(groups, wheelchairs)) do
    if #places.others >= others then
      local party = party_of(places, wheelchairs, others)
      if not best or is_closer(party, best) then best = party end
    end
  end
  return best and best.places
end

-- Takes the next part: as many wheelchairs as there are together, and their share of those who come along.
local function next_part(groups, wheelchairs, others)
  local best, most, share
  for _, places in ipairs(runs_with(groups, 1)) do
    local here = math.min(wheelchairs, #places.wheelchairs)
    local beside = math.min(#places.others, math.ceil(others * here / wheelchairs))
    if not best or here > most or (here == most and beside > share) then
      best, most, share = places, here, beside
    end
  end
  if best then return party_of(best, most, share).places, most, share end
end

-- Places, or nothing and how many could be had. Parts that are held meanwhile are this hold's.
local function find_beside(groups, wheelchairs, others, hold_id)
  local whole = find_whole(groups, wheelchairs, others)
  if whole then return whole end
  local found = {}
  -- Each part is held at once, so that the next one finds other places.
  local function take(places)
    mark(places, IS_HELD, hold_id)
    refresh_changed()
    for _, place in ipairs(places) do table.insert(found, place) end
  end
  while wheelchairs > 0 do
    local part, taken, beside = next_part(groups, wheelchairs, others)
    if not part then break end
    take(part)
    wheelchairs, others = wheelchairs - taken, others - beside
  end
  local more = 0
  if others > 0 then
    local apart, open = find_together(groups, others)
    if not apart then apart, open = find_apart(groups, others) end
    if apart then take(apart) else more = open end
    others = apart and 0 or others
  end
  if wheelchairs + others == 0 then return found end
  mark(found, IS_OPEN, nil)
  return nil, #found + more
end
