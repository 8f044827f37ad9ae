create table queue.appointment (
  id uuid not null,
  code text not null,
  service_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  place integer not null,
  state text not null,
  booked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  reminded_at timestamp with time zone,
  ticket_id uuid,
  constraint appointment_pk PRIMARY KEY (id),
  constraint appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES directory.person(id),
  constraint appointment_service_id_fkey FOREIGN KEY (service_id) REFERENCES queue.service(id),
  constraint appointment_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'arrived'::text, 'cancelled'::text, 'missed'::text]))),
  constraint appointment_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES queue.ticket(id)
);
CREATE UNIQUE INDEX appointment_by_code ON queue.appointment USING btree (code);
CREATE INDEX appointment_by_person ON queue.appointment USING btree (person_id, at);
CREATE INDEX appointment_of_day ON queue.appointment USING btree (service_id, at, id);
CREATE UNIQUE INDEX appointment_of_person ON queue.appointment USING btree (person_id, service_id) WHERE (state = 'booked'::text);
CREATE UNIQUE INDEX appointment_place ON queue.appointment USING btree (service_id, at, place) WHERE (state = ANY (ARRAY['booked'::text, 'arrived'::text]));
CREATE INDEX appointment_to_come ON queue.appointment USING btree (at) WHERE (state = 'booked'::text);

create table queue.centre (
  id uuid not null,
  priority_minutes integer not null,
  appointment_minutes integer not null,
  late_minutes integer not null,
  slot_minutes integer not null default 30,
  booking_days integer not null default 14,
  unit_id uuid not null,
  constraint centre_pk PRIMARY KEY (id),
  constraint centre_id_fkey FOREIGN KEY (id) REFERENCES directory.unit(id),
  constraint centre_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX centre_by_unit ON queue.centre USING btree (unit_id);

create table queue.confirmation (
  id uuid not null,
  desk_id uuid not null,
  officer_id uuid not null,
  ticket_id uuid,
  title text not null,
  lines jsonb,
  state text not null,
  shown_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  digest text,
  dossier_id uuid,
  constraint confirmation_pk PRIMARY KEY (id),
  constraint confirmation_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES queue.desk(id),
  constraint confirmation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint confirmation_lines_check CHECK (((state = 'shown'::text) = (lines IS NOT NULL))),
  constraint confirmation_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES identity.account(id),
  constraint confirmation_state_check CHECK ((state = ANY (ARRAY['shown'::text, 'right'::text, 'wrong'::text, 'taken-off'::text]))),
  constraint confirmation_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES queue.ticket(id)
);
CREATE UNIQUE INDEX confirmation_at_desk ON queue.confirmation USING btree (desk_id) WHERE (state = 'shown'::text);
CREATE INDEX confirmation_by_desk ON queue.confirmation USING btree (desk_id, shown_at);

create table queue.desk (
  id uuid not null,
  centre_id uuid not null,
  number integer not null,
  state text not null default 'closed'::text,
  back_at timestamp with time zone,
  officer_id uuid,
  sat_at timestamp with time zone,
  constraint desk_pk PRIMARY KEY (id),
  constraint desk_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES queue.centre(id),
  constraint desk_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES identity.account(id),
  constraint desk_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX desk_by_number ON queue.desk USING btree (centre_id, number);
CREATE UNIQUE INDEX desk_by_officer ON queue.desk USING btree (officer_id);

create table queue.desk_service (
  desk_id uuid not null,
  service_id uuid not null,
  constraint desk_service_pk PRIMARY KEY (desk_id, service_id),
  constraint desk_service_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES queue.desk(id),
  constraint desk_service_service_id_fkey FOREIGN KEY (service_id) REFERENCES queue.service(id)
);

create table queue.device (
  id uuid not null,
  centre_id uuid not null,
  kind text not null,
  name text not null,
  desk_id uuid,
  token_hash bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  revoked_at timestamp with time zone,
  constraint device_pk PRIMARY KEY (id),
  constraint device_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES queue.centre(id),
  constraint device_desk_check CHECK (((kind = 'tablet'::text) = (desk_id IS NOT NULL))),
  constraint device_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES queue.desk(id),
  constraint device_kind_check CHECK ((kind = ANY (ARRAY['kiosk'::text, 'board'::text, 'tablet'::text, 'rating-kiosk'::text])))
);
CREATE INDEX device_by_centre ON queue.device USING btree (centre_id, created_at);
CREATE UNIQUE INDEX device_by_token ON queue.device USING btree (token_hash);

create table queue.moved (
  reorganization_id uuid not null,
  centre_id uuid not null,
  unit_id uuid not null,
  constraint moved_pk PRIMARY KEY (reorganization_id, centre_id),
  constraint moved_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES queue.centre(id),
  constraint moved_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id),
  constraint moved_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE INDEX moved_by_centre ON queue.moved USING btree (centre_id);

create table queue.rating (
  ticket_id uuid not null,
  device_id uuid not null,
  mark integer not null,
  rated_at timestamp with time zone not null,
  constraint rating_pk PRIMARY KEY (ticket_id),
  constraint rating_mark_check CHECK (((mark >= 1) AND (mark <= 5))),
  constraint rating_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES queue.ticket(id)
);

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
  "position" integer not null,
  places_each integer not null default 0,
  constraint service_pk PRIMARY KEY (id),
  constraint service_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES queue.centre(id)
);
CREATE UNIQUE INDEX service_by_letter ON queue.service USING btree (centre_id, letter);

create table queue.ticket (
  id uuid not null,
  centre_id uuid not null,
  service_id uuid not null,
  day date not null,
  number integer not null,
  priority text,
  turn timestamp with time zone not null,
  not_before timestamp with time zone,
  state text not null,
  for_desk_id uuid,
  desk_id uuid,
  officer_id uuid,
  device_id uuid,
  taken_at timestamp with time zone not null,
  first_called_at timestamp with time zone,
  called_at timestamp with time zone,
  calls integer not null default 0,
  ended_at timestamp with time zone,
  constraint ticket_pk PRIMARY KEY (id),
  constraint ticket_desk_id_fkey FOREIGN KEY (desk_id) REFERENCES queue.desk(id),
  constraint ticket_for_desk_id_fkey FOREIGN KEY (for_desk_id) REFERENCES queue.desk(id),
  constraint ticket_priority_check CHECK ((priority = ANY (ARRAY['elderly'::text, 'pregnant'::text, 'disabled'::text, 'war-invalid'::text]))),
  constraint ticket_service_id_fkey FOREIGN KEY (service_id) REFERENCES queue.service(id),
  constraint ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'done'::text, 'absent'::text])))
);
CREATE UNIQUE INDEX ticket_at_desk ON queue.ticket USING btree (desk_id) WHERE (state = 'called'::text);
CREATE INDEX ticket_by_device ON queue.ticket USING btree (device_id, taken_at);
CREATE UNIQUE INDEX ticket_by_number ON queue.ticket USING btree (service_id, day, number);
CREATE INDEX ticket_of_day ON queue.ticket USING btree (centre_id, day, called_at);
CREATE INDEX ticket_waiting ON queue.ticket USING btree (centre_id, day, turn) WHERE (state = 'waiting'::text);

create table queue.ticket_dossier (
  ticket_id uuid not null,
  dossier_id uuid not null,
  constraint ticket_dossier_pk PRIMARY KEY (ticket_id, dossier_id),
  constraint ticket_dossier_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint ticket_dossier_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES queue.ticket(id)
);
CREATE INDEX ticket_dossier_by_dossier ON queue.ticket_dossier USING btree (dossier_id);

comment on table queue.appointment is 'A time at which somebody is expected for a service; its place is one of those there are at that time.';
comment on table queue.centre is 'A one-stop unit with a queue; a head start is time that a ticket is taken to have waited longer.';
comment on column queue.centre.unit_id is 'Whose centre it is today; its id is that of the unit that opened it.';
comment on column queue.confirmation.dossier_id is 'The dossier that was received with exactly what was confirmed.';
comment on column queue.desk.sat_at is 'When the officer who sits there sat down.';
comment on table queue.moved is 'Centres that another unit took over by a reorganisation, with the unit before: by it they are moved once, and back.';
comment on table queue.service is 'What one takes a ticket for: a group of fields of procedures under one letter.';
comment on table queue.ticket is 'One wait for one service on one day; it says nothing of who waits.';
comment on column queue.ticket.turn is 'The instant by which it is called in order: when it was taken, less the head start of its priority.';

grant insert, select, update on queue.appointment to lien_thong_app;
grant insert, select, update on queue.centre to lien_thong_app;
grant insert, select, update on queue.confirmation to lien_thong_app;
grant insert, select, update on queue.desk to lien_thong_app;
grant delete, insert, select on queue.desk_service to lien_thong_app;
grant insert, select, update on queue.device to lien_thong_app;
grant delete, insert, select on queue.moved to lien_thong_app;
grant insert, select on queue.rating to lien_thong_app;
grant insert, select, update on queue.service to lien_thong_app;
grant insert, select, update on queue.ticket to lien_thong_app;
grant insert, select on queue.ticket_dossier to lien_thong_app;
