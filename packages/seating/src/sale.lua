-- Fragment: the terms of a sale.
--
-- KEYS      sale
-- ARGV      differ by script
-- Reply     differs by script

local sale = {}

-- One read of all the terms that a script needs, the first of them one that every performance has. False where Redis
-- does not know the performance.
local function read_sale(...)
  local values = redis.call('HMGET', SALE, ...)
  for index, name in ipairs({ ... }) do sale[name] = tonumber(values[index]) or values[index] or nil end
  return values[1] ~= false
end
