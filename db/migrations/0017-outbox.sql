-- What must happen because something was committed, written in the same transaction. One row a kind and subject.
CREATE TABLE outbox (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
  kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  available_at DATETIME(3) NOT NULL,
  attempts INT UNSIGNED NOT NULL DEFAULT 0,
  done_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY outbox_once (kind, subject),
  KEY outbox_due (done_at, available_at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
