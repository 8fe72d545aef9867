-- What an event is found by, folded to one case and width. Neither MySQL nor MariaDB indexes substrings of Korean
-- alike, so every two characters are one word of ASCII, and the index is the ordinary full-text one of both.
CREATE TABLE event_search (
  event_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(600) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  rest MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  grams MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  PRIMARY KEY (event_id),
  FULLTEXT KEY event_search_grams (grams),
  CONSTRAINT event_search_event FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
