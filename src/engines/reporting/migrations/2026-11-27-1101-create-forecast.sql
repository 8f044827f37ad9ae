create table reporting.step_time (
  procedure_code text not null,
  step text not null,
  owner_id uuid,
  measured integer not null,
  twentieths integer[] not null,
  measured_at timestamptz not null,
  constraint step_time_of unique nulls not distinct (procedure_code, step, owner_id),
  constraint step_time_twentieths check (cardinality(twentieths) = 20)
);
comment on table reporting.step_time is
  'How long a step took in dossiers that were finished within a year, in office minutes while no clock stood.';
comment on column reporting.step_time.owner_id is 'The body that decides; null = all of them together.';
comment on column reporting.step_time.twentieths is 'Minutes that 5, 10 … 100 % of those measured did not exceed.';

create table reporting.forecast (
  dossier_id uuid not null,
  revision integer not null,
  looked_at timestamptz not null,
  look_again_at timestamptz,
  deadline timestamptz not null,
  unit_id uuid not null,
  step_name jsonb not null,
  usual integer not null,
  long integer not null,
  basis text not null,
  measured integer not null,
  reasons jsonb not null,
  is_at_risk boolean not null,
  constraint forecast_pk primary key (dossier_id),
  constraint forecast_basis check (basis in ('body', 'procedure', 'declared')),
  constraint forecast_reasons check (is_at_risk = (reasons <> '[]'))
);
create index forecast_at_risk on reporting.forecast (deadline, dossier_id) where is_at_risk;
create index forecast_look_again on reporting.forecast (look_again_at) where look_again_at is not null;
comment on table reporting.forecast is
  'Of each open dossier whose clock runs: whether it will probably be late if it goes on as others did, and why.';
comment on column reporting.forecast.revision is 'Of the dossier as it was looked at: what was seen earlier never overwrites what was seen later.';
comment on column reporting.forecast.look_again_at is 'When time alone may make it another; null = nothing more to find before its deadline, or before something is done.';
comment on column reporting.forecast.deadline is 'Of the dossier, as the list is ordered.';
comment on column reporting.forecast.usual is 'Office minutes that the work left usually takes; long: in all but one of five.';
comment on column reporting.forecast.basis is 'The least that the time of any step left is known from.';

create table reporting.warning (
  dossier_id uuid not null,
  at timestamptz not null,
  deadline timestamptz not null,
  usual integer not null,
  long integer not null,
  remaining integer not null,
  basis text not null,
  reasons jsonb not null,
  constraint warning_pk primary key (dossier_id),
  constraint warning_before_deadline check (at < deadline),
  constraint warning_reasons check (reasons <> '[]')
);
create index warning_by_time on reporting.warning (at);
comment on table reporting.warning is 'When a dossier was first found at risk, and why: kept, so that what became of it shows whether warnings are right.';
comment on column reporting.warning.remaining is 'Office minutes until the deadline, as it was then.';

grant select, insert, update, delete on reporting.step_time, reporting.forecast to lien_thong_app;
grant select, insert on reporting.warning to lien_thong_app;
