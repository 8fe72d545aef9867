-- Before there were drafts, whatever was written was public.
UPDATE event SET published_at = created_at
