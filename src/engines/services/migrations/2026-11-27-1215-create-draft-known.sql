create table services.draft_known (
  draft_id uuid not null,
  field text not null,
  known_from text not null,
  as_of date,
  said jsonb not null,
  reason text,
  constraint draft_known_pk primary key (draft_id, field),
  constraint draft_known_draft_id_fkey foreign key (draft_id) references services.draft (id) on delete cascade,
  constraint draft_known_from check (known_from in ('business-register', 'population-register'))
);
comment on table services.draft_known is
  'What national registers said that was taken into an application, as long as it is written: what is written otherwise since is told with its reason.';
grant select, insert, update, delete on services.draft_known to lien_thong_app;
