-- Office hours that a unit goes on with because a reorganisation gave it the work of another.
alter table calendar.office_hours add column reorganization_id uuid;
alter table calendar.office_hours add constraint office_hours_reorganization_id_fkey
  foreign key (reorganization_id) references directory.reorganization (id);
comment on column calendar.office_hours.reorganization_id is 'The reorganisation by which the unit goes on with these hours; they are taken back with it. Null: declared on screen.';
