create table services.known_use (
  id uuid not null,
  draft_id uuid not null,
  procedure_code text not null,
  field text not null,
  known_from text not null,
  as_of date,
  accepted_at timestamptz not null,
  constraint known_use_pk primary key (id),
  constraint known_use_from check (known_from in ('profile', 'dossier', 'business-register', 'population-register'))
);
comment on table services.known_use is 'What applicants took over instead of typing it: from where, for which question; never what it said.';
create index known_use_by_time on services.known_use (accepted_at);
grant select, insert on services.known_use to lien_thong_app;
