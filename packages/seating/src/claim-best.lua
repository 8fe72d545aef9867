-- Holds the best n places that are left, of those asked for: all n or none. Together wherever n are together;
-- see best-together.lua, best-apart.lua and best-beside.lua. An earlier hold of the user is given back only when
-- the new one succeeds, and its places are theirs to choose again.
--
-- However many ask at the same moment, nobody fights for the same places: each finds what is the best when their
-- turn comes, and holds it in the same step. The work is bounded, in a hall of any size: it looks at the best runs
-- of some buckets, never through the hall.
--
-- KEYS      as in performance.lua
-- ARGV[1]   user id
-- ARGV[2]   hold id, fresh
-- ARGV[3]   quantity
-- ARGV[4]   how many of them are for wheelchairs
-- ARGV[5]   area, or empty
-- ARGV[6]   price, or empty
-- ARGV[7]   the highest price, or empty
-- Reply     as in claim.lua, and UNKNOWN_AREA, NOT_ENOUGH_PLACES { remaining }: how many could be had

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

local quantity, wheelchairs, area = tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5]
local price, price_max = tonumber(ARGV[6]), tonumber(ARGV[7])

-- When all seems full, places whose moment has come but that nobody has opened yet may be what fills it. Holds that
-- lapsed are none: theirs only begin to return.
local DUE_WHEN_FULL_MAX = 500

local function is_asked_for(cost)
  return (not price or cost == price) and (not price_max or cost <= price_max)
end

-- The groups of runs that are asked for; nothing where the area is none of this hall.
local function groups_asked_for()
  if area ~= '' then
    local number = redis.call('ZRANK', AREAS, area)
    if not number then return nil end
    return is_asked_for(sale_number('price:' .. area)) and { FIRST_AREA + number } or {}
  end
  if not price and not price_max then return { EVERYTHING } end
  local groups, levels = {}, 0
  for level in string.gmatch(redis.call('HGET', SALE, 'levels'), '%d+') do
    if is_asked_for(tonumber(level)) then table.insert(groups, FIRST_PRICE + levels) end
    levels = levels + 1
  end
  return #groups == levels and { EVERYTHING } or groups
end

local groups = groups_asked_for()
if not groups then return reply({ code = 'UNKNOWN_AREA' }) end

local function find()
  follow_runs()
  if wheelchairs > 0 then return find_beside(groups, wheelchairs, quantity - wheelchairs) end
  local together = find_together(groups, quantity)
  if together then return together end
  return find_apart(groups, quantity)
end

read_sale()
local now = now_ms()
free_lapsed(now, LAPSED_PER_CLAIM_MAX)

local previous_id, previous = own_hold(now)
local no = objection(quantity, now, previous)
if no then return refuse(no) end

local own = previous and places_of(previous_id, previous.places) or {}
mark(own, IS_OPEN, nil)
local chosen, remaining = find()
if not chosen and open_returned(now, DUE_WHEN_FULL_MAX) > 0 then chosen, remaining = find() end
if not chosen then
  mark(own, IS_HELD, previous_id)
  -- Nothing has changed for them.
  for _, place in ipairs(own) do changes[place] = nil end
  return refuse({ code = 'NOT_ENOUGH_PLACES', remaining = remaining })
end

if previous then give_up_hold(previous_id, previous, now) end
return reply(hold_places(chosen, now))
