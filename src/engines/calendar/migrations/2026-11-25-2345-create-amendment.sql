-- What a province declares on screen, over what its system declares: days off, swapped days, half days, by a document.
create table calendar.amendment (
  id uuid not null,
  kind text not null,
  first_day date not null,
  last_day date not null,
  work_day date,
  half text,
  name jsonb not null,
  document text not null,
  reason text not null,
  declared_at timestamptz not null,
  declared_by text not null,
  undone_at timestamptz,
  undone_by text,
  constraint amendment_pk primary key (id),
  constraint amendment_kind check (kind in ('holiday', 'swap', 'half-day', 'ordinary')),
  constraint amendment_days check (last_day >= first_day),
  constraint amendment_work_day check ((kind = 'swap') = (work_day is not null)),
  constraint amendment_half check ((kind = 'half-day') = (half is not null) and half in ('morning', 'afternoon'))
);
comment on table calendar.amendment is 'Days declared on screen; one that was undone stays readable and counts no more.';
comment on column calendar.amendment.half is 'Which half of a half day is worked.';
create index amendment_by_day on calendar.amendment (first_day);
grant select, insert, update on calendar.amendment to lien_thong_app;

alter table calendar.version add column base jsonb;
comment on column calendar.version.base is 'What the system declares, before the days declared on screen; null where nothing was laid over it.';
