-- For the desk (a performance's bookings by time), and for counting again what has changed lately.
ALTER TABLE booking
  ADD KEY booking_performance_time (performance_id, booked_at, id),
  ADD KEY booking_booked (booked_at),
  ADD KEY booking_cancelled (cancelled_at)
