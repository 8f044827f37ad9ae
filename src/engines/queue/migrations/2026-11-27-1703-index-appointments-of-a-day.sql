-- The list of a day at a centre, by service.
create index appointment_of_day on queue.appointment (service_id, at, id);
