-- They have moved to event_poster.
ALTER TABLE event DROP COLUMN poster
