-- Writes the runs of a performance anew, from its places as they are now. For the verifier: reads the whole hall.
--
-- KEYS      as in performance.lua
-- ARGV[1]   texts of all runs, a line each
-- ARGV[2]   ranks
-- Reply     { code: "RECOUNTED" }, or NOT_LOADED

if not is_loaded() then return reply({ code = 'NOT_LOADED' }) end

write_runs(ARGV[1], ARGV[2])
return reply({ code = 'RECOUNTED' })
