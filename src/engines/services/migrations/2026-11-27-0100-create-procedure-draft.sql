alter table services.procedure_version drop constraint procedure_version_origin;
alter table services.procedure_version add constraint procedure_version_origin check (origin in ('declared', 'imported', 'edited'));
comment on column services.procedure_version.origin is
  'Whether the systems declare it, a file brought it or officials edited it: what is declared unchanged does not push out what came since.';

create table services.procedure_draft (
  id uuid not null,
  code text not null,
  base_version_id uuid references services.procedure_version (id),
  owner_key integer references directory.principal (key),
  declaration json not null,
  revision integer not null default 1,
  state text not null default 'editing',
  effective_on date,
  writers text[] not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  saved_by_name text not null,
  submitted_at timestamptz,
  submitted_by_name text,
  remark text,
  document text,
  decided_at timestamptz,
  decided_by_name text,
  version_id uuid references services.procedure_version (id),
  constraint procedure_draft_pk primary key (id),
  constraint procedure_draft_state check (state in ('editing', 'submitted', 'published', 'withdrawn'))
);
comment on table services.procedure_draft is 'A version of a procedure that officials write on screen, until another of them approves it.';
comment on column services.procedure_draft.base_version_id is 'The version it began with; null = a procedure that is new.';
comment on column services.procedure_draft.owner_key is 'The unit that decides by it, which is whose officials write it; null = a body of every area, written by the province.';
comment on column services.procedure_draft.declaration is 'As typed, also where it is not right yet; with its keys in their order (json, not jsonb).';
comment on column services.procedure_draft.writers is 'The accounts that wrote or submitted any of it: none of them approves it.';
comment on column services.procedure_draft.remark is 'Why it was sent back to be written on.';
comment on column services.procedure_draft.document is 'The decision that announces it.';
create unique index procedure_draft_open on services.procedure_draft (code) where state in ('editing', 'submitted');
create index procedure_draft_newest on services.procedure_draft (saved_at desc, id desc);

grant select, insert, update on services.procedure_draft to lien_thong_app;
