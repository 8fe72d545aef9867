-- Areas of one grade cost the same, as a rule: the desk asks for a price once a grade.
ALTER TABLE hall_area ADD COLUMN grade VARCHAR(60) NULL AFTER kind
