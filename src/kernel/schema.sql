CREATE OR REPLACE FUNCTION kernel.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value));
CREATE OR REPLACE FUNCTION kernel.make_partition(parent text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  unit text := (select period from kernel.partitioned p where p.parent = make_partition.parent);
  name text := kernel.partition_name(parent, at);
  first timestamp := date_trunc(unit, at at time zone 'UTC');
  since timestamptz := first at time zone 'UTC';
  until timestamptz := (first + ('1 ' || unit)::interval) at time zone 'UTC';
  strayed bool;
begin
  if to_regclass(name) is not null then return; end if;
  -- Attaching takes this lock anyway; taken first, nothing falls into the default part after it was emptied.
  execute format('lock table %s_default in access exclusive mode', parent);
  execute format('create table %s (like %s including all)', name, parent);
  execute format('select exists (select from %s_default where at >= $1 and at < $2)', parent) into strayed using since, until;
  if strayed then
    execute format(
      'with moved as (delete from %s_default where at >= %L and at < %L returning *) insert into %s select * from moved',
      parent, since, until, name);
  end if;
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, name, since, until);
end $function$;
CREATE OR REPLACE FUNCTION kernel.make_partitions()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET lock_timeout TO '2s'
AS $function$
declare
  kept record;
  step int;
  moment timestamptz;
begin
  -- Any constant of our own; two processes that start at once would make the same part twice.
  perform pg_advisory_xact_lock(7240012);
  for kept in select parent, period, case period when 'month' then 3 else 1 end as ahead from kernel.partitioned loop
    for step in -1 .. kept.ahead loop
      perform kernel.make_partition(kept.parent, now() + (step || ' ' || kept.period)::interval);
    end loop;
    -- And parts for what strayed, within reason: a wild clock shall not make a thousand tables.
    for moment in execute format(
      'select distinct date_trunc(%L, at) from %s_default where at > now() - interval ''10 years'' and at < now() + interval ''1 year'' limit 24',
      kept.period, kept.parent)
    loop
      perform kernel.make_partition(kept.parent, moment);
    end loop;
  end loop;
end $function$;
CREATE OR REPLACE FUNCTION kernel.partition_name(parent text, at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN ((parent || '_'::text) || to_char((at AT TIME ZONE 'UTC'::text), (SELECT CASE p.period WHEN 'month'::text THEN 'YYYY_MM'::text ELSE 'YYYY'::text END AS "case" FROM kernel.partitioned p WHERE (p.parent = partition_name.parent))));

create table kernel.archived_part (
  id text not null,
  parent text not null,
  part text not null,
  since timestamp with time zone not null,
  until timestamp with time zone not null,
  folder text not null,
  row_count bigint not null,
  rows_sha256 text not null,
  objects jsonb not null,
  facts jsonb not null,
  verified_at timestamp with time zone not null,
  dropped_at timestamp with time zone,
  brought_back_at timestamp with time zone,
  constraint archived_part_pk PRIMARY KEY (id),
  constraint archived_part_order CHECK (((dropped_at IS NULL) OR (dropped_at >= verified_at)))
);
CREATE INDEX archived_part_by_part ON kernel.archived_part USING btree (part, verified_at);

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

create table kernel.legal_hold (
  id uuid not null,
  object text not null,
  reason text not null,
  placed_at timestamp with time zone not null,
  placed_by text not null,
  released_at timestamp with time zone,
  released_by text,
  constraint legal_hold_pk PRIMARY KEY (id),
  constraint legal_hold_release CHECK (((released_at IS NULL) = (released_by IS NULL))),
  constraint legal_hold_said CHECK (((object <> ''::text) AND (reason <> ''::text) AND (placed_by <> ''::text)))
);
CREATE UNIQUE INDEX legal_hold_of_object ON kernel.legal_hold USING btree (object) WHERE (released_at IS NULL);

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

create table kernel.partitioned (
  parent text not null,
  period text not null,
  constraint partitioned_pk PRIMARY KEY (parent),
  constraint partitioned_period CHECK ((period = ANY (ARRAY['month'::text, 'year'::text])))
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

create table kernel.test_copy (
  is_only boolean not null default true,
  begun_at timestamp with time zone not null,
  key bytea,
  anonymised_at timestamp with time zone,
  constraint test_copy_pkey PRIMARY KEY (is_only),
  constraint test_copy_key CHECK (((key IS NULL) = (anonymised_at IS NOT NULL))),
  constraint test_copy_only CHECK (is_only)
);

create table kernel.test_copy_step (
  name text not null,
  reached jsonb,
  is_done boolean not null,
  constraint test_copy_step_pkey PRIMARY KEY (name)
);

comment on table kernel.archived_part is 'Archives that were written, read back and found whole. A part is dropped only with one; without dropped_at it is here still, or again.';
comment on column kernel.archived_part.rows_sha256 is 'Over its rows as COPY writes them: the part must be the same when it is dropped.';
comment on column kernel.archived_part.objects is 'Each object of the archive with the SHA-256 of its bytes as they lie sealed.';
comment on column kernel.archived_part.facts is 'What the engine of the table put into the archive beside the rows.';
comment on column kernel.archived_part.brought_back_at is 'When it was put back for reading: what is there then is a copy, and never archived anew.';
comment on table kernel.backup is 'When the last base of each backup ended, and up to when a moment can be chosen; told by whoever takes it.';
comment on table kernel.handled_event is 'What each listener has done, written with its work: a second delivery does nothing.';
comment on table kernel.idempotency is 'Answers given under an Idempotency-Key: the same key and request get the same answer, once only.';
comment on table kernel.legal_hold is 'What must not leave: a part of a table, or whatever else an engine tells parts apart by.';
comment on column kernel.legal_hold.object is 'As the trail names things, "type:id": "part:audit.entry_2024_01", "dossier:<uuid>".';
comment on table kernel.outbox is 'Events written in the transaction that caused them; the relay hands them to jobs and deletes them.';
comment on table kernel.partitioned is 'Tables kept in parts by "at", in UTC; filled by migrations. Parts are called parent_YYYY_MM or parent_YYYY.';
comment on table kernel.restoration is 'Each time this database was taken back from a backup. One that is not released holds everything that is sent outside.';
comment on column kernel.restoration.moment is 'What was done up to then is here; what was done and sent after it nobody here knows.';
comment on column kernel.restoration.clock_ran_at is 'When everything that runs by the clock was run once, since it may have run after the moment.';
comment on column kernel.restoration.settled_at is 'When all that followed from what was here had been put away as sent already.';
comment on table kernel.test_copy is 'Says that this database is a copy to try things on: nothing leaves it, ever, and it is served only when no personal data is left.';
comment on column kernel.test_copy.key is 'By it equal values get equal stand-ins, as long as they are replaced; whoever had it could look for a value, so it is gone at the end.';
comment on table kernel.test_copy_step is 'How far the replacing of personal data has come, by table: where it goes on when it was killed. Empty at the end.';

grant select on kernel.archived_part to lien_thong_app;
grant insert, select, update on kernel.backup to lien_thong_app;
grant delete, insert, select on kernel.handled_event to lien_thong_app;
grant delete, insert, select, update on kernel.idempotency to lien_thong_app;
grant insert, select, update on kernel.legal_hold to lien_thong_app;
grant select on kernel.migration to lien_thong_app;
grant delete, insert, select, update on kernel.outbox to lien_thong_app;
grant select on kernel.partitioned to lien_thong_app;
grant insert, select, update on kernel.restoration to lien_thong_app;
grant select on kernel.test_copy to lien_thong_app;
