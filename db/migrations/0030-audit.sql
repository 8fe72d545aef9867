-- Who changed what at the desk, written together with the change. No foreign keys: it outlives what it tells of.
CREATE TABLE audit (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  action VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  before_change JSON NULL,
  after_change JSON NULL,
  at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY audit_event (event_id, at, id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
