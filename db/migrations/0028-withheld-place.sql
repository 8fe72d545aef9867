-- A place without a booking is withheld: the house has it. The same key that keeps two people from owning a place
-- keeps the house and a person from it.
ALTER TABLE sold_place MODIFY booking_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL
