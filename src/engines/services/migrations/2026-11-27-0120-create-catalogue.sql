create table services.catalogue_import (
  id uuid not null,
  title text not null,
  origin text not null,
  content bytea not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint catalogue_import_pk primary key (id),
  constraint catalogue_import_origin check (origin in ('file', 'national-portal'))
);
comment on table services.catalogue_import is 'A catalogue of procedures as it came, byte by byte: what is made of it can be read anew.';
create index catalogue_import_newest on services.catalogue_import (created_at desc, id);

create table services.announcement (
  id uuid not null,
  kind text not null,
  issuer text not null,
  document text not null,
  signed_on date not null,
  published_on date not null,
  effective_on date not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint announcement_pk primary key (id),
  constraint announcement_document unique (document, signed_on, kind),
  constraint announcement_kind check (kind in ('announced', 'repealed')),
  constraint announcement_issuer check (issuer in ('province', 'ministry')),
  constraint announcement_order check (published_on >= signed_on)
);
comment on table services.announcement is 'A decision that announces or repeals procedures, with its days (63/2010/NĐ-CP, art. 13-15; 92/2017/NĐ-CP).';
create index announcement_newest on services.announcement (signed_on desc, id);

create table services.announced_procedure (
  announcement_id uuid not null references services.announcement (id),
  code text not null,
  number integer not null,
  name text not null,
  constraint announced_procedure_pk primary key (announcement_id, code)
);
comment on table services.announced_procedure is 'Which version of a procedure a decision brought; of a repealed one the version that closes it.';
create index announced_procedure_by_code on services.announced_procedure (code);

create table services.catalogue_record (
  id uuid not null,
  import_id uuid not null references services.catalogue_import (id) on delete cascade,
  number integer not null,
  raw text not null,
  said jsonb,
  local_code text,
  name text,
  reasons jsonb not null,
  doubts jsonb not null,
  set_aside jsonb not null,
  matched_code text,
  matched_by text not null,
  state text not null,
  decided_by_name text,
  decided_at timestamptz,
  reject_reason text,
  procedure_code text,
  constraint catalogue_record_pk primary key (id),
  constraint catalogue_record_number unique (import_id, number),
  constraint catalogue_record_matched_by check (matched_by in ('code', 'local-code', 'name', 'chosen', 'none')),
  constraint catalogue_record_state check (state in ('aside', 'same', 'clear', 'doubtful', 'accepted', 'rejected')),
  constraint catalogue_record_decided check ((state in ('accepted', 'rejected')) = (decided_at is not null))
);
comment on table services.catalogue_record is
  'One record of a catalogue: as it came, what was understood, and what was decided. `aside` is quarantined, `clear` differs without any doubt, `same` says nothing new.';
create index catalogue_record_by_state on services.catalogue_record (import_id, state, number);
create index catalogue_record_by_local_code on services.catalogue_record (local_code) where procedure_code is not null;

create index procedure_name_alike on services.procedure using gin (kernel.fold(name) gin_trgm_ops);

grant select, insert, update, delete on services.catalogue_record, services.catalogue_import to lien_thong_app;
grant select, insert on services.announcement, services.announced_procedure to lien_thong_app;
