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

create table reporting.forecast (
  dossier_id uuid not null,
  revision integer not null,
  looked_at timestamp with time zone not null,
  look_again_at timestamp with time zone,
  deadline timestamp with time zone not null,
  unit_id uuid not null,
  step_name jsonb not null,
  usual integer not null,
  long integer not null,
  basis text not null,
  measured integer not null,
  reasons jsonb not null,
  is_at_risk boolean not null,
  constraint forecast_pk PRIMARY KEY (dossier_id),
  constraint forecast_basis CHECK ((basis = ANY (ARRAY['body'::text, 'procedure'::text, 'declared'::text]))),
  constraint forecast_reasons CHECK ((is_at_risk = (reasons <> '[]'::jsonb)))
);
CREATE INDEX forecast_at_risk ON reporting.forecast USING btree (deadline, dossier_id) WHERE is_at_risk;
CREATE INDEX forecast_look_again ON reporting.forecast USING btree (look_again_at) WHERE (look_again_at IS NOT NULL);

create table reporting.index_day (
  day date not null,
  owner_id uuid not null,
  indicator text not null,
  met integer not null,
  counted integer not null,
  constraint index_day_pk PRIMARY KEY (day, owner_id, indicator)
);

create table reporting.index_month (
  month date not null,
  owner_id uuid not null,
  indicator text not null,
  met integer not null,
  counted integer not null,
  constraint index_month_pk PRIMARY KEY (month, owner_id, indicator)
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

create table reporting.step_time (
  procedure_code text not null,
  step text not null,
  owner_id uuid,
  measured integer not null,
  twentieths integer[] not null,
  measured_at timestamp with time zone not null,
  constraint step_time_of UNIQUE NULLS NOT DISTINCT (procedure_code, step, owner_id),
  constraint step_time_twentieths CHECK ((cardinality(twentieths) = 20))
);

create table reporting.warning (
  dossier_id uuid not null,
  at timestamp with time zone not null,
  deadline timestamp with time zone not null,
  usual integer not null,
  long integer not null,
  remaining integer not null,
  basis text not null,
  reasons jsonb not null,
  constraint warning_pk PRIMARY KEY (dossier_id),
  constraint warning_before_deadline CHECK ((at < deadline)),
  constraint warning_reasons CHECK ((reasons <> '[]'::jsonb))
);
CREATE INDEX warning_by_time ON reporting.warning USING btree (at);

comment on table reporting.changed_day is 'Days of which something has changed since they were counted.';
comment on table reporting.counted is 'When what had changed was last counted anew.';
comment on table reporting.day_count is 'Of each day what was received and what was ended, by procedure and deciding body: counted from the dossiers, and anew when one of the day changes.';
comment on table reporting.forecast is 'Of each open dossier whose clock runs: whether it will probably be late if it goes on as others did, and why.';
comment on column reporting.forecast.revision is 'Of the dossier as it was looked at: what was seen earlier never overwrites what was seen later.';
comment on column reporting.forecast.look_again_at is 'When time alone may make it another; null = nothing more to find before its deadline, or before something is done.';
comment on column reporting.forecast.deadline is 'Of the dossier, as the list is ordered.';
comment on column reporting.forecast.usual is 'Office minutes that the work left usually takes; long: in all but one of five.';
comment on column reporting.forecast.basis is 'The least that the time of any step left is known from.';
comment on table reporting.index_day is 'Of each day and deciding body how many dossiers an indicator of Decision 766/QĐ-TTg counts, and how many of them meet it.';
comment on table reporting.index_month is 'Sums of index_day by month.';
comment on table reporting.index_scale is 'How shares of the index become points and grades, by a document and from a day; the latest not withdrawn holds.';
comment on table reporting.month_count is 'Sums of day_count, so that what was carried over from before is not added up day by day.';
comment on table reporting.step_time is 'How long a step took in dossiers that were finished within a year, in office minutes while no clock stood.';
comment on column reporting.step_time.owner_id is 'The body that decides; null = all of them together.';
comment on column reporting.step_time.twentieths is 'Minutes that 5, 10 … 100 % of those measured did not exceed.';
comment on table reporting.warning is 'When a dossier was first found at risk, and why: kept, so that what became of it shows whether warnings are right.';
comment on column reporting.warning.remaining is 'Office minutes until the deadline, as it was then.';

grant delete, insert, select, update on reporting.changed_day to lien_thong_app;
grant insert, select, update on reporting.counted to lien_thong_app;
grant delete, insert, select, update on reporting.day_count to lien_thong_app;
grant delete, insert, select, update on reporting.forecast to lien_thong_app;
grant delete, insert, select, update on reporting.index_day to lien_thong_app;
grant delete, insert, select, update on reporting.index_month to lien_thong_app;
grant insert, select, update on reporting.index_scale to lien_thong_app;
grant delete, insert, select, update on reporting.month_count to lien_thong_app;
grant delete, insert, select, update on reporting.step_time to lien_thong_app;
grant insert, select on reporting.warning to lien_thong_app;
