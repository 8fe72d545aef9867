-- Writes the terms of a room as MySQL has them.
--
-- KEYS[1]   room
-- ARGV[1]   version of the terms
-- ARGV[2]   JSON of room: { field: value }, all of them
-- Reply     { code: "SET" }, or KEPT where those known here are newer
--- @include "performance"

local version, terms = tonumber(ARGV[1]), cjson.decode(ARGV[2])
if version < tonumber(redis.call('HGET', ROOM, 'version') or 0) then return reply({ code = 'KEPT' }) end

for field, value in pairs(terms) do redis.call('HSET', ROOM, field, value) end
return reply({ code = 'SET' })
