create table services.obligation (
  id uuid not null,
  dossier_id uuid not null references services.dossier (id),
  notice text not null,
  issued_by text not null,
  items jsonb not null,
  total bigint not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint obligation_pk primary key (id),
  constraint obligation_notice unique (dossier_id, notice),
  constraint obligation_total check (total > 0)
);
comment on table services.obligation is 'A notice to pay (land tax, registration fee) that stops the clock of a dossier until it is paid.';

grant select, insert on services.obligation to lien_thong_app;
