create schema queue;
grant usage on schema queue to lien_thong_app;

-- A one-stop unit that runs a queue, with how far ahead some are called.
create table queue.centre (
  id uuid not null,
  priority_minutes integer not null,
  appointment_minutes integer not null,
  late_minutes integer not null,
  constraint centre_pk primary key (id),
  constraint centre_id_fkey foreign key (id) references directory.unit (id)
);
comment on table queue.centre is 'A one-stop unit with a queue; a head start is time that a ticket is taken to have waited longer.';

create table queue.service (
  id uuid not null,
  centre_id uuid not null,
  letter text not null,
  name jsonb not null,
  icon text not null,
  sectors text[] not null,
  usual_minutes integer not null,
  longest_wait_minutes integer not null,
  is_offered boolean not null,
  position integer not null,
  constraint service_pk primary key (id),
  constraint service_centre_id_fkey foreign key (centre_id) references queue.centre (id)
);
comment on table queue.service is 'What one takes a ticket for: a group of fields of procedures under one letter.';
create unique index service_by_letter on queue.service (centre_id, letter);

create table queue.desk (
  id uuid not null,
  centre_id uuid not null,
  number integer not null,
  state text not null default 'closed',
  back_at timestamptz,
  officer_id uuid,
  constraint desk_pk primary key (id),
  constraint desk_centre_id_fkey foreign key (centre_id) references queue.centre (id),
  constraint desk_officer_id_fkey foreign key (officer_id) references identity.account (id),
  constraint desk_state_check check (state in ('open', 'paused', 'closed'))
);
create unique index desk_by_number on queue.desk (centre_id, number);
create unique index desk_by_officer on queue.desk (officer_id);

create table queue.desk_service (
  desk_id uuid not null,
  service_id uuid not null,
  constraint desk_service_pk primary key (desk_id, service_id),
  constraint desk_service_desk_id_fkey foreign key (desk_id) references queue.desk (id),
  constraint desk_service_service_id_fkey foreign key (service_id) references queue.service (id)
);

-- A machine of the hall: it signs in by a token of its own and acts for nobody.
create table queue.device (
  id uuid not null,
  centre_id uuid not null,
  kind text not null,
  name text not null,
  desk_id uuid,
  token_hash bytea not null,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  constraint device_pk primary key (id),
  constraint device_centre_id_fkey foreign key (centre_id) references queue.centre (id),
  constraint device_desk_id_fkey foreign key (desk_id) references queue.desk (id),
  constraint device_kind_check check (kind in ('kiosk', 'board', 'tablet')),
  constraint device_desk_check check ((kind = 'tablet') = (desk_id is not null))
);
create unique index device_by_token on queue.device (token_hash);
create index device_by_centre on queue.device (centre_id, created_at);

create table queue.ticket (
  id uuid not null,
  centre_id uuid not null,
  service_id uuid not null,
  day date not null,
  number integer not null,
  priority text,
  turn timestamptz not null,
  not_before timestamptz,
  state text not null,
  for_desk_id uuid,
  desk_id uuid,
  officer_id uuid,
  device_id uuid,
  taken_at timestamptz not null,
  first_called_at timestamptz,
  called_at timestamptz,
  calls integer not null default 0,
  ended_at timestamptz,
  constraint ticket_pk primary key (id),
  constraint ticket_service_id_fkey foreign key (service_id) references queue.service (id),
  constraint ticket_for_desk_id_fkey foreign key (for_desk_id) references queue.desk (id),
  constraint ticket_desk_id_fkey foreign key (desk_id) references queue.desk (id),
  constraint ticket_state_check check (state in ('waiting', 'called', 'done', 'absent')),
  constraint ticket_priority_check check (priority in ('elderly', 'pregnant', 'disabled', 'war-invalid'))
);
comment on table queue.ticket is 'One wait for one service on one day; it says nothing of who waits.';
comment on column queue.ticket.turn is 'The instant by which it is called in order: when it was taken, less the head start of its priority.';
create unique index ticket_by_number on queue.ticket (service_id, day, number);
create index ticket_waiting on queue.ticket (centre_id, day, turn) where state = 'waiting';
create unique index ticket_at_desk on queue.ticket (desk_id) where state = 'called';
create index ticket_of_day on queue.ticket (centre_id, day, called_at);
create index ticket_by_device on queue.ticket (device_id, taken_at);

create table queue.ticket_dossier (
  ticket_id uuid not null,
  dossier_id uuid not null,
  constraint ticket_dossier_pk primary key (ticket_id, dossier_id),
  constraint ticket_dossier_ticket_id_fkey foreign key (ticket_id) references queue.ticket (id),
  constraint ticket_dossier_dossier_id_fkey foreign key (dossier_id) references services.dossier (id)
);
create index ticket_dossier_by_dossier on queue.ticket_dossier (dossier_id);

create table queue.rating (
  ticket_id uuid not null,
  device_id uuid not null,
  mark integer not null,
  rated_at timestamptz not null,
  constraint rating_pk primary key (ticket_id),
  constraint rating_ticket_id_fkey foreign key (ticket_id) references queue.ticket (id),
  constraint rating_mark_check check (mark between 1 and 5)
);

grant select, insert, update on queue.centre, queue.service, queue.desk, queue.device, queue.ticket to lien_thong_app;
grant select, insert, delete on queue.desk_service to lien_thong_app;
grant select, insert on queue.ticket_dossier, queue.rating to lien_thong_app;
