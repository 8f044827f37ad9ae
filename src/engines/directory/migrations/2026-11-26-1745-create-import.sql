-- Units, posts and officials brought in from a spreadsheet: looked at first, carried out as one act, taken back as one.
create table directory.import (
  id uuid not null,
  file_name text not null,
  status text not null default 'draft',
  content jsonb,
  outcomes jsonb,
  counts jsonb not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  constraint import_pk primary key (id),
  constraint import_status check (status in ('draft', 'done', 'undone')),
  constraint import_kept check ((status = 'draft') = (content is not null) and (status = 'draft') = (outcomes is null))
);
comment on table directory.import is 'A spreadsheet of units, posts and officials, and what became of its lines.';
comment on column directory.import.content is 'The lines as they were written, until they are carried out: compared with the directory whenever they are looked at.';
comment on column directory.import.outcomes is 'What was done about each line; of one that was set aside why, with its cells.';
create index import_newest on directory.import (created_at desc, id);

create table directory.imported_row (
  import_id uuid not null,
  number integer not null,
  entity text not null,
  key text not null,
  valid_from date,
  was_added boolean not null,
  valid_to date,
  facts text[],
  constraint imported_row_pk primary key (import_id, number),
  constraint imported_row_import_fk foreign key (import_id) references directory.import (id),
  constraint imported_row_entity check (entity in ('unit_version', 'post', 'appointment', 'person', 'account'))
);
comment on table directory.imported_row is 'What an import added to the directory, and until when what it ended would have held: by this it is undone.';
comment on column directory.imported_row.facts is 'Of a person who was known: the columns that were empty before.';

grant select, insert, update, delete on directory.import to lien_thong_app;
grant select, insert, delete on directory.imported_row to lien_thong_app;
-- Undoing an import takes away the people whom it added and nobody else knows.
grant delete on directory.person to lien_thong_app;
