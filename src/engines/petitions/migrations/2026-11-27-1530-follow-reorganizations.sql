create table petitions.moved (
  reorganization_id uuid not null references directory.reorganization (id),
  petition_id uuid not null references petitions.petition (id),
  revision integer not null,
  before jsonb not null,
  constraint moved_pk primary key (reorganization_id, petition_id)
);
create index moved_by_petition on petitions.moved (petition_id);
comment on table petitions.moved is 'Open petitions that another unit took over by a reorganisation, as they were before: by it they are moved once, and back.';
comment on column petitions.moved.revision is 'When it was moved: later acts depend on the new organisation.';
grant select, insert, delete on petitions.moved to lien_thong_app;
