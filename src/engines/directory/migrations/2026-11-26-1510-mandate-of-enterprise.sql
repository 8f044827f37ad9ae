alter table directory.mandate add column enterprise_id uuid references directory.enterprise (id);
create index mandate_by_enterprise on directory.mandate (enterprise_id) where enterprise_id is not null;
comment on column directory.mandate.enterprise_id is
  'Given in the name of an enterprise, by whoever represents it by law; null = by a person for their own matters.';
