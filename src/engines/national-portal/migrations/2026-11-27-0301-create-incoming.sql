create table national_portal.incoming (
  code text not null,
  id uuid not null,
  procedure_code text not null,
  raw jsonb not null,
  state text not null default 'fetched',
  dossier_id uuid references services.dossier (id),
  unread jsonb not null default '[]',
  error text,
  tries integer not null default 0,
  next_at timestamptz not null,
  fetched_at timestamptz not null,
  filed_at timestamptz,
  constraint incoming_pk primary key (code),
  constraint incoming_id unique (id),
  constraint incoming_state check (state in ('fetched', 'filed', 'needs-look')),
  constraint incoming_filed check ((state = 'filed') = (dossier_id is not null)),
  constraint incoming_why check (state <> 'needs-look' or error is not null)
);
comment on table national_portal.incoming is 'What was filed on the national portal, by the code that it has there, exactly as it came.';
comment on column national_portal.incoming.id is 'The id that its dossier here will have: filed twice, it is one.';
comment on column national_portal.incoming.unread is 'What of its answers does not fit the form here, and why.';
create index incoming_due on national_portal.incoming (next_at, code) where state = 'fetched';
create index incoming_newest on national_portal.incoming (fetched_at desc, code);
create unique index incoming_dossier on national_portal.incoming (dossier_id) where dossier_id is not null;

create table national_portal.procedure_record (
  code text not null,
  record jsonb not null,
  digest text not null,
  fetched_at timestamptz not null,
  changed_at timestamptz not null,
  is_listed boolean not null default true,
  constraint procedure_record_pk primary key (code)
);
comment on table national_portal.procedure_record is 'Procedures of the national list exactly as it gives them; is_listed = it still did the last time.';

grant select, insert, update on national_portal.incoming, national_portal.procedure_record to lien_thong_app;
