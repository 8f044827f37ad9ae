alter table services.draft add column enterprise_id uuid references directory.enterprise (id);
alter table services.dossier add column enterprise_id uuid references directory.enterprise (id);
create index dossier_by_enterprise on services.dossier (enterprise_id, filed_at desc, id) where enterprise_id is not null;
comment on column services.dossier.enterprise_id is
  'Filed in the name of this enterprise: seen by who represents it that day, no longer by who only filed it.';
