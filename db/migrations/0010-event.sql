-- What is on. starts_at and ends_at span its performances, so that lists need not look at them.
CREATE TABLE event (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  organizer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(120) NOT NULL,
  english_title VARCHAR(120) NULL,
  description TEXT NOT NULL,
  english_description TEXT NULL,
  category VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  poster MEDIUMTEXT NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Asia/Seoul',
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'KRW',
  starts_at DATETIME(3) NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY event_soonest (starts_at, id),
  KEY event_newest (created_at, id),
  CONSTRAINT event_organizer FOREIGN KEY (organizer_id) REFERENCES user (id),
  CONSTRAINT event_venue FOREIGN KEY (venue_id) REFERENCES venue (id),
  CONSTRAINT event_ends_after_start CHECK (ends_at > starts_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
