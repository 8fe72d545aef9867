-- The draws of everybody who was in a lobby when its sale opened, in ascending order: 13 hex digits each, and at most
-- 50,000 a page. They say nothing of who drew them.
CREATE TABLE draw_page (
  performance_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  page INT UNSIGNED NOT NULL,
  first_draw CHAR(13) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  draws MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (performance_id, page),
  CONSTRAINT draw_page_room FOREIGN KEY (performance_id) REFERENCES waiting_room (performance_id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci
