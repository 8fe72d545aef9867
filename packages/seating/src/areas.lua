-- Fragment: in which area a place is. A claim brings it along, and a hold has it written down; only where
-- neither is at hand it is looked up.
--
-- KEYS      sale
-- ARGV      differ by script
-- Reply     differs by script
--- @include "sale"

-- Areas by places that are known already.
local area_at = {}

local ranges

-- Every area with its first and its last place, in their order.
local function read_areas()
  if ranges then return ranges end
  ranges = {}
  local text = sale.areas or redis.call('HGET', SALE, 'areas') or ''
  for name, first, last in string.gmatch(text, '([^: ]+):(%d+):(%d+):') do
    table.insert(ranges, { name = name, first = tonumber(first), last = tonumber(last) })
  end
  return ranges
end

local function area_of(place)
  if area_at[place] then return area_at[place] end
  for _, area in ipairs(read_areas()) do
    if place >= area.first and place <= area.last then
      area_at[place] = area.name
      return area.name
    end
  end
end

-- Some places as a text has them: <area>:<place>,<place> of one area, and ; before the next.
local function places_in(text)
  local places = {}
  for area, list in string.gmatch(text, '([^:;]+):([%d,]+)') do
    for digits in string.gmatch(list, '%d+') do
      local place = tonumber(digits)
      places[#places + 1] = place
      area_at[place] = area
    end
  end
  return places
end

-- The text of places that are in their order.
local function text_of(places)
  local groups, from = {}, 1
  for index = 1, #places do
    local area = area_of(places[index])
    if index == #places or area_of(places[index + 1]) ~= area then
      table.insert(groups, area .. ':' .. table.concat(places, ',', from, index))
      from = index + 1
    end
  end
  return table.concat(groups, ';')
end
