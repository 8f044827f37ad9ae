create table reporting.changed_day (
  day date not null,
  constraint changed_day_pk PRIMARY KEY (day)
);

create table reporting.counted (
  id integer not null default 1,
  at timestamp with time zone not null,
  constraint counted_pk PRIMARY KEY (id),
  constraint counted_one CHECK ((id = 1))
);

create table reporting.day_count (
  day date not null,
  procedure_code text not null,
  owner_id uuid not null,
  online integer not null,
  direct integer not null,
  early integer not null,
  on_time integer not null,
  late integer not null,
  stopped integer not null,
  constraint day_count_pk PRIMARY KEY (day, procedure_code, owner_id)
);

create table reporting.index_day (
  day date not null,
  owner_id uuid not null,
  indicator text not null,
  met integer not null,
  counted integer not null,
  constraint index_day_pk PRIMARY KEY (day, owner_id, indicator)
);

create table reporting.index_scale (
  id uuid not null,
  document text not null,
  signed_on date not null,
  effective_from date not null,
  rules jsonb not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  constraint index_scale_pk PRIMARY KEY (id),
  constraint index_scale_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);
CREATE INDEX index_scale_by_day ON reporting.index_scale USING btree (effective_from DESC, set_at DESC, id DESC);

create table reporting.month_count (
  month date not null,
  procedure_code text not null,
  owner_id uuid not null,
  online integer not null,
  direct integer not null,
  early integer not null,
  on_time integer not null,
  late integer not null,
  stopped integer not null,
  constraint month_count_pk PRIMARY KEY (month, procedure_code, owner_id)
);

comment on table reporting.changed_day is 'Days of which something has changed since they were counted.';
comment on table reporting.counted is 'When what had changed was last counted anew.';
comment on table reporting.day_count is 'Of each day what was received and what was ended, by procedure and deciding body: counted from the dossiers, and anew when one of the day changes.';
comment on table reporting.index_day is 'Of each day and deciding body how many dossiers an indicator of Decision 766/QĐ-TTg counts, and how many of them meet it.';
comment on table reporting.index_scale is 'How shares of the index become points and grades, by a document and from a day; the latest not withdrawn holds.';
comment on table reporting.month_count is 'Sums of day_count, so that what was carried over from before is not added up day by day.';

grant delete, insert, select, update on reporting.changed_day to lien_thong_app;
grant insert, select, update on reporting.counted to lien_thong_app;
grant delete, insert, select, update on reporting.day_count to lien_thong_app;
grant delete, insert, select, update on reporting.index_day to lien_thong_app;
grant insert, select, update on reporting.index_scale to lien_thong_app;
grant delete, insert, select, update on reporting.month_count to lien_thong_app;
