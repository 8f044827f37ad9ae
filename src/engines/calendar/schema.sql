create table calendar.version (
  number integer not null generated always as identity,
  digest text not null,
  declaration jsonb not null,
  published_at timestamp with time zone not null default now(),
  constraint version_pk PRIMARY KEY (number)
);

comment on table calendar.version is 'Working days, holidays and office hours as declared; the newest row is in force, older ones stay readable.';

grant insert, select on calendar.version to lien_thong_app;
