alter table services.dossier add column process_version_id uuid references services.procedure_version (id);
comment on column services.dossier.process_version_id is
  'The version whose process it goes by since it was moved there; null: that of version_id, by whose form, papers, fees, limits and templates it always goes.';
create index dossier_open_by_procedure on services.dossier (procedure_code, id) where is_open;

create table services.version_move (
  draft_id uuid not null,
  steps jsonb not null,
  finished_at timestamptz,
  constraint version_move_pk primary key (draft_id),
  constraint version_move_draft_id_fkey foreign key (draft_id) references services.procedure_draft (id)
);
comment on table services.version_move is 'That a version takes open dossiers too from its day on: at which step of it each goes on.';
comment on column services.version_move.steps is 'By the id of the version whose process a dossier goes by, for each of its steps the step of the new one; null: such a dossier stays.';
comment on column services.version_move.finished_at is 'When no dossier was left to look at; what is filed late by an earlier version is still taken.';

create table services.version_move_dossier (
  draft_id uuid not null,
  dossier_id uuid not null,
  at timestamptz not null,
  stays jsonb,
  from_version_id uuid not null,
  before jsonb not null,
  revision integer not null,
  constraint version_move_dossier_pk primary key (draft_id, dossier_id),
  constraint version_move_dossier_draft_id_fkey foreign key (draft_id) references services.version_move (draft_id),
  constraint version_move_dossier_dossier_id_fkey foreign key (dossier_id) references services.dossier (id),
  constraint version_move_dossier_from_version_id_fkey foreign key (from_version_id) references services.procedure_version (id)
);
comment on table services.version_move_dossier is 'What became of an open dossier when a version took open ones too: by this each is looked at once, and brought back.';
comment on column services.version_move_dossier.stays is 'Why it stays on its version, in words; null: it was moved.';
comment on column services.version_move_dossier.from_version_id is 'The version whose process it went by before.';
comment on column services.version_move_dossier.before is 'Where it stood in that process.';
comment on column services.version_move_dossier.revision is 'Of the dossier after it: while it is the same nobody has acted on it since.';
create index version_move_dossier_stays on services.version_move_dossier (draft_id, dossier_id) where stays is not null;
create index version_move_dossier_by_dossier on services.version_move_dossier (dossier_id, at desc);

grant select, insert, update, delete on services.version_move to lien_thong_app;
grant select, insert on services.version_move_dossier to lien_thong_app;
