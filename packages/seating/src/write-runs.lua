-- Fragment: writes the runs of a performance anew, from its places.
--
-- KEYS      places, runs, run-starts, ranks
-- ARGV      differ by script
-- Reply     differs by script
--- @include "runs"

-- Runs come as their texts, a line each.
local function write_runs(texts, ranks)
  redis.call('DEL', RUNS, RUN_STARTS)
  redis.call('SET', RANKS, ranks)
  local places = redis.call('GET', PLACES)
  for text in string.gmatch(texts, '[^\n]+') do
    local run = run_in(text)
    redis.call('ZADD', RUN_STARTS, run.first, text)
    local weight = weight_of(run, string.sub(places, run.first + 1, run.last + 1))
    local rank = weight.best and rank_of(weight.best)
    if weight.bucket > 0 then put(run, LONGEST, weight.bucket, rank) end
    if weight.another > 0 then put(run, ANOTHER, weight.another, rank) end
  end
end
