-- Points, thresholds and grades of the index come from documents of the authorities, not from code: each setting stays as it was made.
create table reporting.index_scale (
  id uuid not null,
  document text not null,
  signed_on date not null,
  effective_from date not null,
  rules jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  constraint index_scale_pk primary key (id),
  constraint index_scale_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index index_scale_by_day on reporting.index_scale (effective_from desc, set_at desc, id desc);
comment on table reporting.index_scale is 'How shares of the index become points and grades, by a document and from a day; the latest not withdrawn holds.';

grant select, insert, update on reporting.index_scale to lien_thong_app;

-- Each reading of an indicator is counted by itself from now on: everything anew.
delete from reporting.index_day;

create table reporting.counted (
  id integer not null default 1,
  at timestamptz not null,
  constraint counted_pk primary key (id),
  constraint counted_one check (id = 1)
);
comment on table reporting.counted is 'When what had changed was last counted anew.';

grant select, insert, update on reporting.counted to lien_thong_app;
