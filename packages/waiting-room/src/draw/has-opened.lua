-- Whether a sale has opened by Redis' own clock: from then on nobody joins or leaves its lobby.
--
-- KEYS[1]  sale     hash: opensAt (ms)
-- ARGV     none
-- Reply    { code: "OPENED" }, NOT_OPEN or NOT_LOADED

local opens_at = tonumber(redis.call('HGET', KEYS[1], 'opensAt'))
if not opens_at then return cjson.encode({ code = 'NOT_LOADED' }) end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return cjson.encode({ code = now >= opens_at and 'OPENED' or 'NOT_OPEN' })
