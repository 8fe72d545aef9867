-- Who brought a hall's plan: theirs alone to use. Without one it is everybody's.
ALTER TABLE hall
  ADD COLUMN organizer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD CONSTRAINT hall_organizer FOREIGN KEY (organizer_id) REFERENCES user (id) ON DELETE SET NULL
