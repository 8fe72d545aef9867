-- How the line of a performance is run, for those that have one. The seed is a secret until the sale opens, and
-- never changes: its hash is told from the start. entrants, digest and sealed_at come with the opening.
CREATE TABLE waiting_room (
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lobby_opens_at DATETIME(3) NOT NULL,
  has_draw BOOLEAN NOT NULL,
  capacity INT UNSIGNED NOT NULL,
  per_minute INT UNSIGNED NOT NULL,
  admission_seconds INT UNSIGNED NOT NULL,
  when_sold_out VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  paused BOOLEAN NOT NULL DEFAULT FALSE,
  draining BOOLEAN NOT NULL DEFAULT FALSE,
  message VARCHAR(200) NOT NULL DEFAULT '',
  seed CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  entrants INT UNSIGNED NULL,
  digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  sealed_at DATETIME(3) NULL,
  PRIMARY KEY (performance_id),
  CONSTRAINT waiting_room_performance FOREIGN KEY (performance_id) REFERENCES performance (id) ON DELETE CASCADE,
  CONSTRAINT waiting_room_capacity CHECK (capacity BETWEEN 1 AND 100000),
  CONSTRAINT waiting_room_rate CHECK (per_minute BETWEEN 1 AND 60000),
  CONSTRAINT waiting_room_admission CHECK (admission_seconds BETWEEN 1 AND 3600),
  CONSTRAINT waiting_room_when_sold_out CHECK (when_sold_out IN ('close', 'keep'))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
