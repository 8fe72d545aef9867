-- Notes that users are there, of those who are in line.
--
-- KEYS[1]   people
-- ARGV      user ids
-- Reply     { code: "SEEN" }
--- @include "performance"

local now = now_ms()
local known, seen = redis.call('HMGET', PEOPLE, unpack(ARGV)), {}
for index, user in ipairs(ARGV) do
  local joined = known[index] and string.match(known[index], '^(%d+)')
  if joined then
    table.insert(seen, user)
    table.insert(seen, string.format('%s %.0f', joined, now))
  end
end
if #seen > 0 then redis.call('HSET', PEOPLE, unpack(seen)) end
return reply({ code = 'SEEN' })
