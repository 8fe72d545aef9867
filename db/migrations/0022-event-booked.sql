-- How many places are booked, so that lists can be sorted by it. Counted again by the worker, a few seconds behind:
-- a row that every booking changed would make the whole crowd wait for it.
ALTER TABLE event
  ADD COLUMN booked INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN booked_last_day INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN sold_out BOOLEAN NOT NULL DEFAULT FALSE,
  ADD KEY event_most_booked (booked, id),
  ADD KEY event_hot (booked_last_day, id)
