-- Two administrators may have one draft open: whoever saves later is refused, and told what the other changed.
alter table directory.reorganization add column revision integer not null default 1;

create table directory.plan_save (
  reorganization_id uuid not null,
  revision integer not null,
  saved_by text not null,
  saved_at timestamptz not null,
  changes jsonb not null,
  constraint plan_save_pk primary key (reorganization_id, revision),
  constraint plan_save_reorganization_id_fkey foreign key (reorganization_id) references directory.reorganization (id)
);
comment on table directory.plan_save is 'Who changed the draft of a plan when, and what of it, in words.';
grant select, insert on directory.plan_save to lien_thong_app;
