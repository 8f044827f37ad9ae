CREATE OR REPLACE FUNCTION kernel.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value));

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
  is_contract boolean not null default false,
  constraint migration_pkey PRIMARY KEY (name)
);

create table kernel.migration_begun (
  name text not null,
  digest text not null,
  steps_done integer not null default 0,
  constraint migration_begun_pkey PRIMARY KEY (name)
);

create table kernel.outbox (
  id bigint not null generated always as identity,
  event text not null,
  payload jsonb not null,
  request_id text not null,
  at timestamp with time zone not null default now(),
  constraint outbox_pkey PRIMARY KEY (id)
);

comment on table kernel.handled_event is 'What each listener has done, written with its work: a second delivery does nothing.';
comment on table kernel.idempotency is 'Answers given under an Idempotency-Key: the same key and request get the same answer, once only.';
comment on table kernel.outbox is 'Events written in the transaction that caused them; the relay hands them to jobs and deletes them.';

grant delete, insert, select on kernel.handled_event to lien_thong_app;
grant delete, insert, select, update on kernel.idempotency to lien_thong_app;
grant select on kernel.migration to lien_thong_app;
grant delete, insert, select, update on kernel.outbox to lien_thong_app;
