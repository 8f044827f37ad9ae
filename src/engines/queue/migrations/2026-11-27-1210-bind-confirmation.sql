-- What was read is forgotten with the answer; its digest says later whether what was received is what was confirmed.
alter table queue.confirmation
  add column digest text,
  add column dossier_id uuid,
  add constraint confirmation_dossier_id_fkey foreign key (dossier_id) references services.dossier (id);
comment on column queue.confirmation.dossier_id is 'The dossier that was received with exactly what was confirmed.';
