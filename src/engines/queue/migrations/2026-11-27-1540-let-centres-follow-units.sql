alter table queue.centre add column unit_id uuid references directory.unit (id);
update queue.centre set unit_id = id;
alter table queue.centre alter column unit_id set not null;
create index centre_by_unit on queue.centre (unit_id);
comment on column queue.centre.unit_id is 'Whose centre it is today; its id is that of the unit that opened it.';

create table queue.moved (
  reorganization_id uuid not null references directory.reorganization (id),
  centre_id uuid not null references queue.centre (id),
  unit_id uuid not null references directory.unit (id),
  constraint moved_pk primary key (reorganization_id, centre_id)
);
create index moved_by_centre on queue.moved (centre_id);
comment on table queue.moved is 'Centres that another unit took over by a reorganisation, with the unit before: by it they are moved once, and back.';
grant select, insert, delete on queue.moved to lien_thong_app;
