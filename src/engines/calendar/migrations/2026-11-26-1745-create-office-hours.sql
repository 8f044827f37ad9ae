-- Office hours that a body or a counter has of its own from a day on, by a document; those below it go by them.
create table calendar.office_hours (
  id uuid not null,
  unit_id uuid not null,
  first_day date not null,
  week jsonb,
  document text not null,
  reason text not null,
  declared_at timestamptz not null,
  declared_by text not null,
  undone_at timestamptz,
  undone_by text,
  constraint office_hours_pk primary key (id),
  constraint office_hours_unit_id_fkey foreign key (unit_id) references directory.unit (id)
);
comment on table calendar.office_hours is 'Office hours of a unit and those below it from a day on; one that was undone stays readable and counts no more.';
comment on column calendar.office_hours.week is 'Weekdays with their spans; null: again the hours of the unit above.';
create unique index office_hours_by_unit on calendar.office_hours (unit_id, first_day) where undone_at is null;
grant select, insert, update on calendar.office_hours to lien_thong_app;

alter table calendar.version add column own_hours jsonb;
comment on column calendar.version.own_hours is 'The office hours that units have of their own; null where none has.';
