create table national_portal.answer (
  petition_id uuid not null,
  number bigint not null generated always as identity,
  state text not null default 'waiting'::text,
  wanted integer not null default 1,
  told integer not null default 0,
  told_version timestamp with time zone,
  was_sent boolean not null default false,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  cause text,
  error text,
  differences jsonb,
  checked_at timestamp with time zone,
  is_check_due boolean not null default false,
  constraint answer_pk PRIMARY KEY (petition_id),
  constraint answer_cause CHECK (((state = ANY (ARRAY['refused'::text, 'differing'::text])) = (cause IS NOT NULL))),
  constraint answer_number UNIQUE (number),
  constraint answer_petition_id_fkey FOREIGN KEY (petition_id) REFERENCES petitions.petition(id),
  constraint answer_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'accepted'::text, 'refused'::text, 'differing'::text])))
);
CREATE INDEX answer_by_cause ON national_portal.answer USING btree (cause, petition_id) WHERE (cause IS NOT NULL);
CREATE INDEX answer_due ON national_portal.answer USING btree (next_at, petition_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX answer_to_check ON national_portal.answer USING btree (accepted_at, petition_id) WHERE is_check_due;

create table national_portal.delivery (
  dossier_id uuid not null,
  kind text not null,
  state text not null default 'waiting'::text,
  wanted integer not null default 1,
  told integer not null default 0,
  revision integer,
  digest text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  cause text,
  error text,
  differences jsonb,
  checked_at timestamp with time zone,
  is_check_due boolean not null default false,
  constraint delivery_pk PRIMARY KEY (dossier_id, kind),
  constraint delivery_cause CHECK (((state = ANY (ARRAY['refused'::text, 'differing'::text])) = (cause IS NOT NULL))),
  constraint delivery_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint delivery_kind CHECK ((kind = ANY (ARRAY['record'::text, 'progress'::text, 'status'::text]))),
  constraint delivery_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'accepted'::text, 'refused'::text, 'differing'::text])))
);
CREATE INDEX delivery_by_cause ON national_portal.delivery USING btree (cause, kind, dossier_id) WHERE (cause IS NOT NULL);
CREATE INDEX delivery_by_state ON national_portal.delivery USING btree (kind, state);
CREATE INDEX delivery_due ON national_portal.delivery USING btree (kind, next_at, dossier_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));
CREATE INDEX delivery_to_check ON national_portal.delivery USING btree (accepted_at, dossier_id) WHERE is_check_due;

create table national_portal.flow_day (
  day date not null,
  flow text not null,
  sent integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  constraint flow_day_pk PRIMARY KEY (day, flow)
);

create table national_portal.incoming (
  code text not null,
  id uuid not null,
  procedure_code text not null,
  raw jsonb not null,
  state text not null default 'fetched'::text,
  dossier_id uuid,
  unread jsonb not null default '[]'::jsonb,
  error text,
  tries integer not null default 0,
  next_at timestamp with time zone not null,
  fetched_at timestamp with time zone not null,
  filed_at timestamp with time zone,
  digest text,
  constraint incoming_pk PRIMARY KEY (code),
  constraint incoming_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id),
  constraint incoming_filed CHECK (((state = 'filed'::text) = (dossier_id IS NOT NULL))),
  constraint incoming_id UNIQUE (id),
  constraint incoming_state CHECK ((state = ANY (ARRAY['fetched'::text, 'filed'::text, 'needs-look'::text]))),
  constraint incoming_why CHECK (((state <> 'needs-look'::text) OR (error IS NOT NULL)))
);
CREATE UNIQUE INDEX incoming_dossier ON national_portal.incoming USING btree (dossier_id) WHERE (dossier_id IS NOT NULL);
CREATE INDEX incoming_due ON national_portal.incoming USING btree (next_at, code) WHERE (state = 'fetched'::text);
CREATE INDEX incoming_newest ON national_portal.incoming USING btree (fetched_at DESC, code);

create table national_portal.link (
  id integer not null default 1,
  failures integer not null default 0,
  closed_until timestamp with time zone,
  down_since timestamp with time zone,
  slow_since timestamp with time zone,
  answered_at timestamp with time zone,
  took_ms integer,
  error text,
  procedures_at timestamp with time zone,
  procedures_given_at timestamp with time zone,
  constraint link_pk PRIMARY KEY (id),
  constraint link_one CHECK ((id = 1))
);

create table national_portal.procedure_record (
  code text not null,
  record jsonb not null,
  digest text not null,
  fetched_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  is_listed boolean not null default true,
  constraint procedure_record_pk PRIMARY KEY (code)
);

create table national_portal.told_step (
  task_id uuid not null,
  dossier_id uuid not null,
  told_at timestamp with time zone not null,
  constraint told_step_pk PRIMARY KEY (task_id),
  constraint told_step_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES services.dossier(id)
);
CREATE INDEX told_step_by_dossier ON national_portal.told_step USING btree (dossier_id);

comment on table national_portal.answer is 'Published answers that the national portal is to show, or to show no more: built when they are sent, so that the latest state wins.';
comment on column national_portal.answer.number is 'What it is called there, where numbers are names.';
comment on column national_portal.answer.told_version is 'When what was told last had been published here; null = it was told that it is withdrawn.';
comment on column national_portal.answer.was_sent is 'It may be there, acknowledged or not: so that withdrawing it is told.';
comment on column national_portal.answer.next_at is 'When it is tried next; while it is sent, until when another process leaves it alone.';
comment on table national_portal.delivery is 'What the national portal is to be told of a dossier: built when it is sent, so that the latest state wins.';
comment on column national_portal.delivery.wanted is 'Counts the changes that are to be told; told = up to which it acknowledged them.';
comment on column national_portal.delivery.revision is 'The revision of the dossier that was told last.';
comment on column national_portal.delivery.digest is 'Of what was acknowledged last: the same is not sent again.';
comment on column national_portal.delivery.next_at is 'When it is tried next; while it is sent, until when another process leaves it alone; infinity = its record must be there first.';
comment on column national_portal.delivery.is_check_due is 'To be compared with what the national portal holds.';
comment on table national_portal.flow_day is 'Messages of a flow on a day, in Viet Nam.';
comment on table national_portal.incoming is 'What was filed on the national portal, by the code that it has there, exactly as it came.';
comment on column national_portal.incoming.id is 'The id that its dossier here will have: filed twice, it is one.';
comment on column national_portal.incoming.unread is 'What of its answers does not fit the form here, and why.';
comment on column national_portal.incoming.digest is 'Of its content when it was fetched last; null = fetched before this was kept.';
comment on table national_portal.link is 'How the national portal answers, for all processes: while it is away nobody asks until closed_until.';
comment on column national_portal.link.procedures_at is 'When the national list of procedures was asked for last.';
comment on column national_portal.link.procedures_given_at is 'When what changed in the national list was last handed over to be decided upon.';
comment on table national_portal.procedure_record is 'Procedures of the national list exactly as it gives them; is_listed = it still did the last time.';
comment on table national_portal.told_step is 'Steps of which the national portal acknowledged that they were done.';

grant insert, select, update on national_portal.answer to lien_thong_app;
grant insert, select, update on national_portal.delivery to lien_thong_app;
grant insert, select, update on national_portal.flow_day to lien_thong_app;
grant insert, select, update on national_portal.incoming to lien_thong_app;
grant insert, select, update on national_portal.link to lien_thong_app;
grant insert, select, update on national_portal.procedure_record to lien_thong_app;
grant delete, insert, select, update on national_portal.told_step to lien_thong_app;
