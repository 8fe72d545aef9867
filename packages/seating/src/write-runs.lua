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
  local places, written, gone = redis.call('GET', PLACES), {}, {}
  for text in string.gmatch(texts, '[^\n]+') do
    local run = run_in(text)
    redis.call('ZADD', RUN_STARTS, run.first, text)
    local weight = weight_of(run, string.sub(places, run.first + 1, run.last + 1))
    local rank = weight.best and rank_of(weight.best)
    if weight.bucket > 0 then add_entries(run, LONGEST, weight.bucket, rank, written, gone) end
    if weight.another > 0 then add_entries(run, ANOTHER, weight.another, rank, written, gone) end
  end
  write_entries(written, gone)
end
