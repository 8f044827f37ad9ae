-- Officers who go home without closing their desk leave it taken: what was sat down at on an earlier day is closed in the night.
alter table queue.desk add column sat_at timestamptz;

comment on column queue.desk.sat_at is 'When the officer who sits there sat down.';
