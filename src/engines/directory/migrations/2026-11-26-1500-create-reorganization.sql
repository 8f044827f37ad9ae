create table directory.reorganization (
  id uuid not null,
  title text not null,
  document text not null,
  effective_on date not null,
  plan jsonb not null,
  status text not null default 'draft',
  created_by text not null,
  created_at timestamptz not null,
  scheduled_by text,
  scheduled_at timestamptz,
  finished_at timestamptz,
  undone_by text,
  undone_at timestamptz,
  moved integer not null default 0,
  constraint reorganization_pk primary key (id),
  constraint reorganization_status check (status in ('draft', 'scheduled', 'done', 'undoing', 'undone'))
);
comment on table directory.reorganization is 'A change of the organisation as one act: its plan, and how far it has come.';
comment on column directory.reorganization.plan is 'As the decision says it; what follows from it for each unit is written out when it is scheduled.';

create table directory.area_succession (
  reorganization_id uuid not null references directory.reorganization (id),
  from_code text not null,
  to_code text not null,
  effective_on date not null,
  share double precision,
  constraint area_succession_pk primary key (reorganization_id, from_code, to_code)
);
comment on table directory.area_succession is 'Which administrative unit holds the territory of an earlier one; several after a split, with the share of its area.';
create index area_succession_by_from on directory.area_succession (from_code);

create table directory.unit_succession (
  reorganization_id uuid not null references directory.reorganization (id),
  from_unit_id uuid not null references directory.unit (id),
  to_unit_id uuid not null references directory.unit (id),
  area_code text,
  effective_on date not null,
  is_heir boolean not null,
  constraint unit_succession_pk primary key (reorganization_id, from_unit_id, to_unit_id)
);
comment on table directory.unit_succession is 'Which unit takes over from one that is no more; of several, each for its area, one is heir to what was finished before.';
create index unit_succession_by_from on directory.unit_succession (from_unit_id);
create index unit_succession_by_to on directory.unit_succession (to_unit_id) where is_heir;

create table directory.key_succession (
  reorganization_id uuid not null references directory.reorganization (id),
  from_key integer not null references directory.principal (key),
  to_unit_id uuid not null references directory.unit (id),
  to_key integer not null references directory.principal (key),
  effective_on date not null,
  is_only boolean not null,
  constraint key_succession_pk primary key (reorganization_id, from_key, to_unit_id)
);
comment on table directory.key_succession is 'Who works on what was addressed to a post or function that is no more, in each unit that takes over.';
comment on column directory.key_succession.is_only is 'No other unit takes over: the work is theirs from the first minute, before it is moved.';
create index key_succession_by_new on directory.key_succession (to_key) where is_only;

create table directory.competence (
  reorganization_id uuid not null references directory.reorganization (id),
  number integer not null,
  effective_on date not null,
  from_tier text,
  from_agency text,
  from_division text,
  procedures text[],
  to_tier text,
  to_agency text,
  to_division text,
  constraint competence_pk primary key (reorganization_id, number),
  constraint competence_from check ((from_tier is null) <> (from_agency is null)),
  constraint competence_to check ((to_tier is null) <> (to_agency is null))
);
comment on table directory.competence is 'Which body does from a day on what processes still name another for.';

create table directory.reorganized_row (
  reorganization_id uuid not null references directory.reorganization (id),
  number integer not null,
  entity text not null,
  key text not null,
  valid_from date,
  was_added boolean not null,
  valid_to date,
  constraint reorganized_row_pk primary key (reorganization_id, number),
  constraint reorganized_row_entity check (entity in ('area', 'unit_version', 'post', 'appointment', 'delegation'))
);
comment on table directory.reorganized_row is 'What a reorganisation added to the directory, and until when what it ended would have held: by this it is undone.';

grant select, insert, update on directory.reorganization to lien_thong_app;
grant select, insert, delete on directory.area_succession, directory.unit_succession, directory.key_succession, directory.competence,
  directory.reorganized_row to lien_thong_app;
-- Undoing a reorganisation takes away the versions and appointments that it added.
grant delete on directory.area, directory.unit_version, directory.appointment to lien_thong_app;
