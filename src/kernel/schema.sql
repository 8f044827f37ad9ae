CREATE OR REPLACE FUNCTION kernel.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value));

create table kernel.backup (
  folder text not null,
  base_at timestamp with time zone,
  covered_until timestamp with time zone,
  told_at timestamp with time zone not null,
  constraint backup_pkey PRIMARY KEY (folder)
);

create table kernel.handled_event (
  listener text not null,
  event_id bigint not null,
  at timestamp with time zone not null,
  constraint handled_event_pk PRIMARY KEY (listener, event_id)
);
CREATE INDEX handled_event_by_age ON kernel.handled_event USING btree (at);

create table kernel.idempotency (
  account text not null,
  operation text not null,
  key text not null,
  request_digest bytea not null,
  answer jsonb,
  at timestamp with time zone not null default now(),
  constraint idempotency_pk PRIMARY KEY (account, operation, key)
);
CREATE INDEX idempotency_by_age ON kernel.idempotency USING btree (at);

create table kernel.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table kernel.outbox (
  id bigint not null generated always as identity,
  event text not null,
  payload jsonb not null,
  request_id text not null,
  at timestamp with time zone not null default now(),
  constraint outbox_pkey PRIMARY KEY (id)
);

create table kernel.restoration (
  id uuid not null,
  moment timestamp with time zone not null,
  restored_at timestamp with time zone not null,
  clock_ran_at timestamp with time zone,
  settled_at timestamp with time zone,
  released_at timestamp with time zone,
  released_by text,
  constraint restoration_pkey PRIMARY KEY (id),
  constraint restoration_order CHECK (((released_at IS NULL) OR ((settled_at IS NOT NULL) AND (released_by IS NOT NULL))))
);

comment on table kernel.backup is 'When the last base of each backup ended, and up to when a moment can be chosen; told by whoever takes it.';
comment on table kernel.handled_event is 'What each listener has done, written with its work: a second delivery does nothing.';
comment on table kernel.idempotency is 'Answers given under an Idempotency-Key: the same key and request get the same answer, once only.';
comment on table kernel.outbox is 'Events written in the transaction that caused them; the relay hands them to jobs and deletes them.';
comment on table kernel.restoration is 'Each time this database was taken back from a backup. One that is not released holds everything that is sent outside.';
comment on column kernel.restoration.moment is 'What was done up to then is here; what was done and sent after it nobody here knows.';
comment on column kernel.restoration.clock_ran_at is 'When everything that runs by the clock was run once, since it may have run after the moment.';
comment on column kernel.restoration.settled_at is 'When all that followed from what was here had been put away as sent already.';

grant insert, select, update on kernel.backup to lien_thong_app;
grant delete, insert, select on kernel.handled_event to lien_thong_app;
grant delete, insert, select, update on kernel.idempotency to lien_thong_app;
grant select on kernel.migration to lien_thong_app;
grant delete, insert, select, update on kernel.outbox to lien_thong_app;
grant insert, select, update on kernel.restoration to lien_thong_app;
