-- History: which places a booking was for, and at what price. Survives its cancellation.
CREATE TABLE booking_place (
  booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place INT UNSIGNED NOT NULL,
  area VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  price INT UNSIGNED NOT NULL,
  PRIMARY KEY (booking_id, place)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
