-- Writes the terms of a room as MySQL has them. A lobby that was drawn and is not any more, or the other way round,
-- begins anew: it was off in between, and who came by the one rule has no fair place among who comes by the other.
--
-- KEYS      as in room.lua
-- ARGV[1]   version of the terms
-- ARGV[2]   JSON of room: { field: value }, all of them
-- Reply     { code: "SET" }, or KEPT where those known here are newer

local version, terms = tonumber(ARGV[1]), cjson.decode(ARGV[2])
local known = redis.call('HMGET', ROOM, 'version', 'hasDraw')
if version < tonumber(known[1] or 0) then return reply({ code = 'KEPT' }) end

local opens_at = sale_number('opensAt')
if known[2] and tonumber(known[2]) ~= terms.hasDraw and opens_at and now_ms() < opens_at then
  redis.call('UNLINK', LINE, ABSENT, PEOPLE, DRAWS, PACE)
end
for field, value in pairs(terms) do redis.call('HSET', ROOM, field, value) end
return reply({ code = 'SET' })
