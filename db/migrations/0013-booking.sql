-- Places that are sold to a person. The client mints the id: sending it again is the same booking, never a second one.
-- No foreign keys here: each would lock a row of the performance that the whole crowd is booking.
CREATE TABLE booking (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hold_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  total INT UNSIGNED NOT NULL,
  currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  booked_at DATETIME(3) NOT NULL,
  cancelled_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY booking_performance (performance_id, user_id, status),
  KEY booking_user (user_id, booked_at, id),
  CONSTRAINT booking_status CHECK (status IN ('confirmed', 'cancelled')),
  CONSTRAINT booking_cancelled CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
