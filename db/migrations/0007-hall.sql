-- A room of a venue. Its plan is drawn in plan units: seats of one row stand 10 apart.
CREATE TABLE hall (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  venue_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  english_name VARCHAR(120) NULL,
  width INT UNSIGNED NOT NULL,
  height INT UNSIGNED NOT NULL,
  stage JSON NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT hall_venue FOREIGN KEY (venue_id) REFERENCES venue (id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
