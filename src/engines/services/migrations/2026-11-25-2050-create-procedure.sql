create schema services;
grant usage on schema services to lien_thong_app;

create table services.procedure_version (
  id uuid not null,
  code text not null,
  number integer not null,
  digest text not null,
  declaration json not null,
  effective_from date not null,
  effective_to date,
  published_at timestamptz not null default now(),
  constraint procedure_version_pk primary key (id),
  constraint procedure_version_number unique (code, number)
);
comment on column services.procedure_version.declaration is 'As published, with its keys in their order (json, not jsonb): steps are shown as they were written.';
comment on table services.procedure_version is 'Published procedures; a version never changes, and a dossier keeps the one it began with.';

create table services.procedure (
  code text not null,
  version_id uuid not null references services.procedure_version (id),
  name text not null,
  level text not null,
  sector text not null,
  field text not null,
  life_events text[] not null,
  online_level integer,
  is_complete boolean not null,
  effective_from date not null,
  effective_to date,
  words tsvector not null,
  folded text not null,
  constraint procedure_pk primary key (code)
);
comment on table services.procedure is 'The version now in force of each procedure, with what people search by.';
create index procedure_words on services.procedure using gin (words);
create index procedure_folded on services.procedure using gin (folded gin_trgm_ops);
create index procedure_by_field on services.procedure (sector, name);

create table services.draft (
  id uuid not null,
  account_id uuid not null,
  person_id uuid not null references directory.person (id),
  version_id uuid not null references services.procedure_version (id),
  place text,
  answers jsonb not null default '{}',
  revision integer not null default 0,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null,
  constraint draft_pk primary key (id)
);
comment on table services.draft is 'An application being written: saved as it goes, kept 30 days, gone when filed.';
create index draft_by_account on services.draft (account_id, saved_at desc);
create index draft_by_expiry on services.draft (expires_at);

create table services.draft_paper (
  draft_id uuid not null references services.draft (id) on delete cascade,
  paper text not null,
  position integer not null,
  file_id uuid not null references files.file (id),
  constraint draft_paper_pk primary key (draft_id, paper, position)
);
create index draft_paper_by_file on services.draft_paper (file_id);
