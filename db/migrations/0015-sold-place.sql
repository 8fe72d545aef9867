-- The last word on who owns a place: Redis may lose its holds, this key may not be broken.
CREATE TABLE sold_place (
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place INT UNSIGNED NOT NULL,
  booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (performance_id, place)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
