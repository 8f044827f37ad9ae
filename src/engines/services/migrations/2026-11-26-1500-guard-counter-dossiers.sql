create table services.shown_code (
  account_id uuid not null,
  dossier_id uuid not null,
  shown_at timestamptz not null,
  constraint shown_code_pk primary key (account_id, dossier_id),
  constraint shown_code_dossier_id_fkey foreign key (dossier_id) references services.dossier (id)
);
comment on table services.shown_code is
  'Accounts that nobody vouches for and that showed the code and second fact of a receipt: they see that dossier.';
grant select, insert on services.shown_code to lien_thong_app;
