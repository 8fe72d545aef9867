-- Fragment: writes the runs of a performance anew, from its places. Prepended to the scripts that do.
--
-- KEYS      as in performance.lua
-- ARGV      differ by script
-- Reply     differs by script

-- Runs come as their texts, a line each.
local function write_runs(texts, ranks)
  redis.call('DEL', RUNS, RUN_STARTS)
  redis.call('SET', RANKS, ranks)
  local places = redis.call('GET', PLACES)
  for text in string.gmatch(texts, '[^\n]+') do
    local run = run_in(text)
    redis.call('ZADD', RUN_STARTS, run.first, text)
    move(run, NOWHERE, weight_of(run, string.sub(places, run.first + 1, run.last + 1)))
  end
end
