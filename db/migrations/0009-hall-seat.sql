-- Where a place of a seated area is. Positions are tenths of a plan unit, so that curved rows stay exact.
CREATE TABLE hall_seat (
  hall_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place INT UNSIGNED NOT NULL,
  area VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  row_name VARCHAR(8) NOT NULL,
  seat_number INT UNSIGNED NOT NULL,
  x INT NOT NULL,
  y INT NOT NULL,
  wheelchair BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (hall_id, place),
  UNIQUE KEY hall_seat_name (hall_id, area, row_name, seat_number),
  CONSTRAINT hall_seat_area FOREIGN KEY (hall_id, area) REFERENCES hall_area (hall_id, area) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
