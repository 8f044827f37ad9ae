create table services.bundle_dossier (
  dossier_id uuid not null,
  bundle_id uuid not null,
  bundle_code text not null,
  position integer not null,
  constraint bundle_dossier_pk primary key (dossier_id),
  constraint bundle_dossier_dossier_id_fkey foreign key (dossier_id) references services.dossier (id),
  constraint bundle_dossier_position unique (bundle_id, position)
);
comment on table services.bundle_dossier is 'Dossiers that one filing started: each goes its own way, applicants see them together.';
comment on column services.bundle_dossier.bundle_id is 'The id of the leading dossier, which was that of the draft.';
grant insert, select on services.bundle_dossier to lien_thong_app;
