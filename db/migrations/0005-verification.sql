-- A secret that proves something once: an e-mail code, a password reset.
CREATE TABLE verification (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  identifier VARCHAR(320) NOT NULL,
  value TEXT NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  updated_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY verification_identifier (identifier)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
