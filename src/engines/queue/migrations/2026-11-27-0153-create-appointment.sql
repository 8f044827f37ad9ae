-- How many are expected at each time; none where a service takes no appointments.
alter table queue.service add column places_each integer not null default 0;
alter table queue.centre
  add column slot_minutes integer not null default 30,
  add column booking_days integer not null default 14;

create table queue.appointment (
  id uuid not null,
  code text not null,
  service_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  place integer not null,
  state text not null,
  booked_at timestamptz not null,
  ended_at timestamptz,
  reminded_at timestamptz,
  ticket_id uuid,
  constraint appointment_pk primary key (id),
  constraint appointment_service_id_fkey foreign key (service_id) references queue.service (id),
  constraint appointment_person_id_fkey foreign key (person_id) references directory.person (id),
  constraint appointment_ticket_id_fkey foreign key (ticket_id) references queue.ticket (id),
  constraint appointment_state_check check (state in ('booked', 'arrived', 'cancelled', 'missed'))
);
comment on table queue.appointment is 'A time at which somebody is expected for a service; its place is one of those there are at that time.';
create unique index appointment_by_code on queue.appointment (code);
create unique index appointment_place on queue.appointment (service_id, at, place) where state in ('booked', 'arrived');
create unique index appointment_of_person on queue.appointment (person_id, service_id) where state = 'booked';
create index appointment_by_person on queue.appointment (person_id, at);
create index appointment_to_come on queue.appointment (at) where state = 'booked';
grant select, insert, update on queue.appointment to lien_thong_app;
