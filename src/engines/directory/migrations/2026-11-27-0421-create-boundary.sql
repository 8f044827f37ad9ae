-- Where areas lie, dated like everything else; and the files that say so: looked at first, carried out as one act, taken back as one.
create table directory.boundary_import (
  id uuid not null,
  file_name text not null,
  source text not null,
  licence text,
  holds_from date not null,
  status text not null default 'draft',
  content text not null,
  outcomes jsonb,
  counts jsonb not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  done_at timestamptz,
  undone_at timestamptz,
  constraint boundary_import_pk primary key (id),
  constraint boundary_import_status check (status in ('draft', 'done', 'undone')),
  constraint boundary_import_kept check ((status = 'draft') = (outcomes is null))
);
comment on table directory.boundary_import is 'A file of boundaries, where it comes from, and what became of each of its features.';
comment on column directory.boundary_import.content is 'The file as it was sent: what was set aside of it is not lost.';
create index boundary_import_newest on directory.boundary_import (created_at desc, id);

create table directory.boundary (
  id uuid not null,
  area_code text not null,
  valid_from date not null,
  valid_to date,
  geometry jsonb not null,
  box double precision[] not null,
  square_kilometres double precision not null,
  is_joined boolean not null default false,
  source text not null,
  licence text,
  import_id uuid,
  written_at timestamptz not null,
  constraint boundary_pk primary key (id),
  constraint boundary_import_fk foreign key (import_id) references directory.boundary_import (id),
  constraint boundary_period check (valid_to is null or valid_to >= valid_from),
  constraint boundary_box check (array_length(box, 1) = 4)
);
comment on table directory.boundary is 'Where an area lies, one row a version; valid_to is exclusive, and the first day where another took its place at once.';
comment on column directory.boundary.geometry is 'A polygon or several, in degrees of WGS 84 (RFC 7946).';
comment on column directory.boundary.box is 'West, south, east, north: computed of the geometry.';
comment on column directory.boundary.is_joined is 'Made of the boundaries of the areas that were merged into it, until a better one is brought in.';
create index boundary_by_area on directory.boundary (area_code, valid_from);
create index boundary_by_import on directory.boundary (import_id) where import_id is not null;

grant select, insert, update, delete on directory.boundary to lien_thong_app;
grant select, insert, update, delete on directory.boundary_import to lien_thong_app;

alter table directory.reorganized_row drop constraint reorganized_row_entity,
  add constraint reorganized_row_entity check (entity in ('area', 'boundary', 'unit_version', 'post', 'appointment', 'delegation'));
