create table reporting.index_day (
  day date not null,
  owner_id uuid not null,
  indicator text not null,
  met integer not null,
  counted integer not null,
  constraint index_day_pk primary key (day, owner_id, indicator)
);
comment on table reporting.index_day is
  'Of each day and deciding body how many dossiers an indicator of Decision 766/QĐ-TTg counts, and how many of them meet it.';

grant select, insert, update, delete on reporting.index_day to lien_thong_app;
