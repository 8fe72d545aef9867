-- Writes the terms of a room as MySQL has them.
--
-- KEYS      as in room.lua
-- ARGV[1]   version of the terms
-- ARGV[2]   JSON of room: { field: value }, all of them
-- Reply     { code: "SET" }, or KEPT where those known here are newer

local version = tonumber(ARGV[1])
if version < tonumber(redis.call('HGET', ROOM, 'version') or 0) then return reply({ code = 'KEPT' }) end
for field, value in pairs(cjson.decode(ARGV[2])) do redis.call('HSET', ROOM, field, value) end
return reply({ code = 'SET' })
