-- Each list is one walk along its own order, which stops at the end of the page. Whatever a list can be filtered by is
-- in the index as well, so that events which are over, or of another category, are passed by without being read.
ALTER TABLE event
  DROP KEY event_soonest,
  DROP KEY event_newest,
  DROP KEY event_most_booked,
  DROP KEY event_hot,
  DROP KEY event_ends,
  ADD KEY event_soonest (starts_at, id, ends_at, published_at, category, sold_out),
  ADD KEY event_newest (published_at, id, starts_at, ends_at, category, sold_out),
  ADD KEY event_most_booked (booked, id, starts_at, ends_at, published_at, category, sold_out),
  ADD KEY event_hot (booked_last_day, id, starts_at, ends_at, published_at, category, sold_out)
