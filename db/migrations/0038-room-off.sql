-- When a waiting room was turned off last, and, where people had come to it already, why: told to everybody.
ALTER TABLE waiting_room
  ADD off_at DATETIME(3) NULL,
  ADD off_reason VARCHAR(200) NULL
