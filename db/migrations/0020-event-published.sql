-- An event without published_at is a draft: its organizer's alone. A draft may have no dates yet.
ALTER TABLE event
  ADD COLUMN published_at DATETIME(3) NULL AFTER created_at,
  MODIFY starts_at DATETIME(3) NULL,
  MODIFY ends_at DATETIME(3) NULL,
  DROP KEY event_newest,
  ADD KEY event_newest (published_at, id),
  ADD KEY event_ends (ends_at),
  ADD CONSTRAINT event_published_dated CHECK (published_at IS NULL OR (starts_at IS NOT NULL AND ends_at IS NOT NULL))
