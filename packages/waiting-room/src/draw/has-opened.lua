-- Whether a sale has opened by Redis' own clock: from then on nobody joins or leaves its lobby.
--
-- KEYS[1]  sale
-- ARGV     none
-- Reply    code OPENED, NOT_OPEN or NOT_LOADED
--- @include "performance"
--- @include "sale"

if not read_sale('opensAt') then return NOT_LOADED end

return { 'code', now_ms() >= sale.opensAt and 'OPENED' or 'NOT_OPEN' }
