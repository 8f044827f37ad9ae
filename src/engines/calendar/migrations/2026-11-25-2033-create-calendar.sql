create schema calendar;
grant usage on schema calendar to lien_thong_app;

create table calendar.version (
  number integer generated always as identity,
  digest text not null,
  declaration jsonb not null,
  published_at timestamptz not null default now(),
  constraint version_pk primary key (number)
);
comment on table calendar.version is 'Working days, holidays and office hours as declared; the newest row is in force, older ones stay readable.';

grant select, insert on calendar.version to lien_thong_app;
