-- Parts leave only with an archive that was read back, and never while somebody must keep them.
create table kernel.legal_hold (
  id uuid not null,
  object text not null,
  reason text not null,
  placed_at timestamptz not null,
  placed_by text not null,
  released_at timestamptz,
  released_by text,
  constraint legal_hold_pk primary key (id),
  constraint legal_hold_release check ((released_at is null) = (released_by is null)),
  constraint legal_hold_said check (object <> '' and reason <> '' and placed_by <> '')
);
create unique index legal_hold_of_object on kernel.legal_hold (object) where released_at is null;
comment on table kernel.legal_hold is 'What must not leave: a part of a table, or whatever else an engine tells parts apart by.';
comment on column kernel.legal_hold.object is 'As the trail names things, "type:id": "part:audit.entry_2024_01", "dossier:<uuid>".';

create table kernel.archived_part (
  id text not null,
  parent text not null,
  part text not null,
  since timestamptz not null,
  until timestamptz not null,
  folder text not null,
  row_count bigint not null,
  rows_sha256 text not null,
  objects jsonb not null,
  facts jsonb not null,
  verified_at timestamptz not null,
  dropped_at timestamptz,
  brought_back_at timestamptz,
  constraint archived_part_pk primary key (id),
  constraint archived_part_order check (dropped_at is null or dropped_at >= verified_at)
);
create index archived_part_by_part on kernel.archived_part (part, verified_at);
comment on table kernel.archived_part is 'Archives that were written, read back and found whole. A part is dropped only with one; without dropped_at it is here still, or again.';
comment on column kernel.archived_part.rows_sha256 is 'Over its rows as COPY writes them: the part must be the same when it is dropped.';
comment on column kernel.archived_part.objects is 'Each object of the archive with the SHA-256 of its bytes as they lie sealed.';
comment on column kernel.archived_part.brought_back_at is 'When it was put back for reading: what is there then is a copy, and never archived anew.';
comment on column kernel.archived_part.facts is 'What the engine of the table put into the archive beside the rows.';

grant select, insert, update on kernel.legal_hold to lien_thong_app;
grant select on kernel.archived_part to lien_thong_app;
