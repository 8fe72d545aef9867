-- Fragment: what each user has of a performance.
--
-- A text of three words: how many places they have booked; the ms at which the holds that they let go are forgiven,
-- or 0; and the id of their one hold, or -. Users who have nothing are not kept.
--
-- KEYS      users
-- ARGV      differ by script
-- Reply     differs by script

local NO_HOLD = '-'

-- Those that were looked at, and those among them that are otherwise now.
local users, changed_users = {}, {}

local function read_user(id, text)
  local booked, forgiven, hold = string.match(text or '', '^(%d+) (%d+) (%S+)$')
  users[id] = {
    booked = tonumber(booked or 0), forgiven = tonumber(forgiven or 0), hold = hold ~= NO_HOLD and hold or nil,
  }
  return users[id]
end

-- One read for many of them.
local function look_at_users(ids)
  for index, text in ipairs(redis.call('HMGET', USERS, unpack(ids))) do
    if not users[ids[index]] then read_user(ids[index], text) end
  end
end

local function user_of(id)
  return users[id] or read_user(id, redis.call('HGET', USERS, id))
end

-- The same, to be changed: save_users writes it down.
local function user_to_change(id)
  changed_users[id] = true
  return user_of(id)
end

local function save_users()
  local kept, gone = {}, {}
  for id in pairs(changed_users) do
    local user = users[id]
    if user.booked > 0 or user.forgiven > 0 or user.hold then
      table.insert(kept, id)
      table.insert(kept, string.format('%.0f %.0f %s', user.booked, user.forgiven, user.hold or NO_HOLD))
    else
      table.insert(gone, id)
    end
  end
  if #kept > 0 then redis.call('HSET', USERS, unpack(kept)) end
  if #gone > 0 then redis.call('HDEL', USERS, unpack(gone)) end
  changed_users = {}
end
