-- What a counter received while its line was away, by the id that the browser gave it: sent again, it is the same dossier.
create table services.offline_reception (
  id uuid constraint offline_reception_pk primary key,
  dossier_id uuid not null constraint offline_reception_dossier unique references services.dossier,
  slip text not null,
  received_at timestamptz not null,
  sent_at timestamptz not null
);
create index offline_reception_by_slip on services.offline_reception (slip);

comment on table services.offline_reception is 'Dossiers that were received without a line, and the provisional slip that was given for each.';
comment on column services.offline_reception.received_at is 'When it was handed in: from then its time runs.';

grant insert, select on services.offline_reception to lien_thong_app;
