-- A contiguous range of a hall's places. The unique keys keep two areas from starting together.
CREATE TABLE hall_area (
  hall_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(60) NOT NULL,
  english_name VARCHAR(60) NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_place INT UNSIGNED NOT NULL,
  capacity INT UNSIGNED NOT NULL,
  outline JSON NOT NULL,
  PRIMARY KEY (hall_id, area),
  UNIQUE KEY hall_area_first_place (hall_id, first_place),
  CONSTRAINT hall_area_hall FOREIGN KEY (hall_id) REFERENCES hall (id) ON DELETE CASCADE,
  CONSTRAINT hall_area_kind CHECK (kind IN ('seated', 'standing')),
  CONSTRAINT hall_area_capacity CHECK (capacity BETWEEN 1 AND 200000)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
