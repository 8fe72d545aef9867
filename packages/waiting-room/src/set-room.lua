-- Writes the terms of a room as MySQL has them. A lobby that was drawn and is not any more, or the other way round,
-- begins anew: it was off in between, and who came by the one rule has no fair place among who comes by the other.
--
-- KEYS[1]   sale
-- KEYS[2]   room
-- KEYS[3]   line
-- KEYS[4]   absent
-- KEYS[5]   people
-- KEYS[6]   draws
-- KEYS[7]   pace
-- ARGV[1]   version of the terms
-- ARGV[2]   JSON of room: { field: value }, all of them
-- Reply     { code: "SET" }, or KEPT where those known here are newer
--- @include "performance"
--- @include "sale"

local version, terms = tonumber(ARGV[1]), cjson.decode(ARGV[2])
local known = redis.call('HMGET', ROOM, 'version', 'hasDraw')
if version < tonumber(known[1] or 0) then return reply({ code = 'KEPT' }) end

read_sale('opensAt')
local opens_at = sale.opensAt
if known[2] and tonumber(known[2]) ~= terms.hasDraw and opens_at and now_ms() < opens_at then
  redis.call('UNLINK', LINE, ABSENT, PEOPLE, DRAWS, PACE)
end
for field, value in pairs(terms) do redis.call('HSET', ROOM, field, value) end
return reply({ code = 'SET' })
