-- Beside a place for a wheelchair, for who comes along: sold as "the best that is left" only together with it.
ALTER TABLE hall_seat ADD COLUMN companion BOOLEAN NOT NULL DEFAULT FALSE AFTER wheelchair
