-- Mails are written in the language that a person reads.
ALTER TABLE user ADD COLUMN language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ko' AFTER email_verified
