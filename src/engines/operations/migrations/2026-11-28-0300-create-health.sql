create schema operations;
grant usage on schema operations to lien_thong_app;

create table operations.trouble (
  id uuid not null default gen_random_uuid(),
  code text not null,
  subject text not null default '',
  gravity text not null,
  facts jsonb not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  constraint trouble_pk primary key (id),
  constraint trouble_gravity check (gravity in ('now', 'today', 'soon')),
  constraint trouble_ends check (ended_at >= began_at)
);
create unique index trouble_open on operations.trouble (code, subject) where ended_at is null;
create index trouble_ended on operations.trouble (ended_at desc, id desc) where ended_at is not null;
comment on table operations.trouble is 'What was found wrong with the installation, from when it began until it was seen no more.';
comment on column operations.trouble.subject is 'The machine it is about; empty = the whole installation.';

create table operations.last_check (
  is_only boolean not null default true,
  at timestamptz not null,
  machine text not null,
  readings jsonb not null,
  constraint last_check_pk primary key (is_only),
  constraint last_check_only check (is_only)
);
comment on table operations.last_check is 'When the installation was last looked at, and the figures that were read.';

create table operations.disk_sample (
  machine text not null,
  at timestamptz not null,
  free_bytes bigint not null,
  constraint disk_sample_pk primary key (machine, at)
);
comment on table operations.disk_sample is 'How much of the data disk was free, every ten minutes of a fortnight: from it one sees when it will be full.';

grant select, insert, update, delete on all tables in schema operations to lien_thong_app;
