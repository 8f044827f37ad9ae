create table services.moved (
  reorganization_id uuid not null references directory.reorganization (id),
  entity text not null,
  id uuid not null,
  revision integer,
  before jsonb not null,
  constraint moved_pk primary key (reorganization_id, entity, id),
  constraint moved_entity check (entity in ('dossier', 'draft', 'handover'))
);
comment on table services.moved is 'What a reorganisation moved to other units, and how it was before: by this it is moved once, and back.';
create index moved_by_thing on services.moved (id);
comment on column services.moved.revision is 'Of a dossier when it was moved: later acts depend on the new organisation.';

grant select, insert, delete on services.moved to lien_thong_app;
-- What is moved back is no longer seen by whom it had been moved to.
grant delete on services.dossier_access to lien_thong_app;
