create extension if not exists pgcrypto;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- unaccent is only "stable" because its dictionary could change; ours does not, and indexes need "immutable".
create function kernel.fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));
comment on function kernel.fold(text) is 'Text without tone marks, lower case; equal to fold() of values/text.ts.';

create table kernel.outbox (
  id bigint generated always as identity primary key,
  event text not null,
  payload jsonb not null,
  request_id text not null,
  at timestamptz not null default now()
);
comment on table kernel.outbox is 'Events written in the transaction that caused them; the relay hands them to jobs and deletes them.';

create table kernel.idempotency (
  account text not null,
  operation text not null,
  key text not null,
  request_digest bytea not null,
  answer jsonb,
  at timestamptz not null default now(),
  constraint idempotency_pk primary key (account, operation, key)
);
comment on table kernel.idempotency is 'Answers given under an Idempotency-Key: the same key and request get the same answer, once only.';
create index idempotency_by_age on kernel.idempotency (at);

grant usage on schema kernel to lien_thong_app;
grant select, insert, update, delete on kernel.outbox, kernel.idempotency to lien_thong_app;

create table kernel.handled_event (
  listener text not null,
  event_id bigint not null,
  at timestamptz not null,
  constraint handled_event_pk primary key (listener, event_id)
);
comment on table kernel.handled_event is 'What each listener has done, written with its work: a second delivery does nothing.';
create index handled_event_by_age on kernel.handled_event (at);
grant select, insert, delete on kernel.handled_event to lien_thong_app;
