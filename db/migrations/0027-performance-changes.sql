-- A performance can be cancelled, and its terms change: version says which of two is newer, for Redis keeps a copy.
ALTER TABLE performance
  ADD COLUMN cancelled_at DATETIME(3) NULL,
  ADD COLUMN version INT UNSIGNED NOT NULL DEFAULT 1,
  ADD KEY performance_hall_time (hall_id, starts_at)
