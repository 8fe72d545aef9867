-- What an area costs at a performance. Names and ranges are copied from the hall, so that a plan that is
-- redrawn later cannot change what was sold.
CREATE TABLE performance_area (
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(60) NOT NULL,
  english_name VARCHAR(60) NULL,
  kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_place INT UNSIGNED NOT NULL,
  capacity INT UNSIGNED NOT NULL,
  price INT UNSIGNED NOT NULL,
  PRIMARY KEY (performance_id, area),
  UNIQUE KEY performance_area_first_place (performance_id, first_place),
  CONSTRAINT performance_area_performance FOREIGN KEY (performance_id) REFERENCES performance (id),
  CONSTRAINT performance_area_kind CHECK (kind IN ('seated', 'standing')),
  CONSTRAINT performance_area_capacity CHECK (capacity BETWEEN 1 AND 200000)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
