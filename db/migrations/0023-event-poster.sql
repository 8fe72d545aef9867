-- Posters have a table of their own, so that nothing reads megabytes to learn a title. The digest is part of a
-- poster's address: another poster has another address, and each may be kept for ever.
CREATE TABLE event_poster (
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  media_type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  digest CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content MEDIUMBLOB NOT NULL,
  PRIMARY KEY (event_id),
  CONSTRAINT event_poster_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
  CONSTRAINT event_poster_media_type CHECK (media_type IN ('image/svg+xml', 'image/png', 'image/jpeg', 'image/webp'))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
