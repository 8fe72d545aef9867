-- The last word on how many places one person may own: parallel bookings meet in this row.
CREATE TABLE user_quota (
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  booked INT NOT NULL,
  limit_per_user INT NOT NULL,
  PRIMARY KEY (performance_id, user_id),
  CONSTRAINT user_quota_limit CHECK (booked <= limit_per_user),
  CONSTRAINT user_quota_counted CHECK (booked >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
