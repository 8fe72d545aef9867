-- A code that was mailed, and what it will do once it is entered. A row belongs to the browser that asked for it,
-- never to the e-mail, so that nobody can finish what somebody else began. Nothing of a sign-up exists outside this row.
CREATE TABLE email_code (
  id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email VARCHAR(254) NOT NULL,
  user_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  code_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  tries INT UNSIGNED NOT NULL DEFAULT 0,
  name VARCHAR(60) NULL,
  password VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY email_code_email (email),
  KEY email_code_expiry (expires_at),
  CONSTRAINT email_code_purpose CHECK (purpose IN ('sign-up', 'password', 'deletion')),
  CONSTRAINT email_code_user FOREIGN KEY (user_id) REFERENCES user (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
