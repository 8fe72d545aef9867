-- While InnoDB moves what it has gathered into a full-text index, a search misses it for some milliseconds, also on
-- MariaDB. What changed last is therefore looked at itself, by this key.
ALTER TABLE event_search
  ADD COLUMN changed_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  ADD KEY event_search_changed (changed_at)
