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
  declared_at timestamp with time zone not null,
  declared_by text not null,
  undone_at timestamp with time zone,
  undone_by text,
  constraint amendment_pk PRIMARY KEY (id),
  constraint amendment_days CHECK ((last_day >= first_day)),
  constraint amendment_half CHECK ((((kind = 'half-day'::text) = (half IS NOT NULL)) AND (half = ANY (ARRAY['morning'::text, 'afternoon'::text])))),
  constraint amendment_kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'swap'::text, 'half-day'::text, 'ordinary'::text]))),
  constraint amendment_work_day CHECK (((kind = 'swap'::text) = (work_day IS NOT NULL)))
);
CREATE INDEX amendment_by_day ON calendar.amendment USING btree (first_day);

create table calendar.office_hours (
  id uuid not null,
  unit_id uuid not null,
  first_day date not null,
  week jsonb,
  document text not null,
  reason text not null,
  declared_at timestamp with time zone not null,
  declared_by text not null,
  undone_at timestamp with time zone,
  undone_by text,
  cut_off text,
  reorganization_id uuid,
  constraint office_hours_pk PRIMARY KEY (id),
  constraint office_hours_reorganization_id_fkey FOREIGN KEY (reorganization_id) REFERENCES directory.reorganization(id),
  constraint office_hours_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES directory.unit(id)
);
CREATE UNIQUE INDEX office_hours_by_unit ON calendar.office_hours USING btree (unit_id, first_day) WHERE (undone_at IS NULL);

create table calendar.version (
  number integer not null generated always as identity,
  digest text not null,
  declaration jsonb not null,
  published_at timestamp with time zone not null default now(),
  base jsonb,
  own_hours jsonb,
  constraint version_pk PRIMARY KEY (number)
);

comment on table calendar.amendment is 'Days declared on screen; one that was undone stays readable and counts no more.';
comment on column calendar.amendment.half is 'Which half of a half day is worked.';
comment on table calendar.office_hours is 'Office hours of a unit and those below it from a day on; one that was undone stays readable and counts no more.';
comment on column calendar.office_hours.week is 'Weekdays with their spans; null: again the hours of the unit above.';
comment on column calendar.office_hours.cut_off is 'What is received after it counts from the next working day, where the limit asks for it; null: the cut-off of the unit above.';
comment on column calendar.office_hours.reorganization_id is 'The reorganisation by which the unit goes on with these hours; they are taken back with it. Null: declared on screen.';
comment on table calendar.version is 'Working days, holidays and office hours as declared; the newest row is in force, older ones stay readable.';
comment on column calendar.version.base is 'What the system declares, before the days declared on screen; null where nothing was laid over it.';
comment on column calendar.version.own_hours is 'The office hours that units have of their own; null where none has.';

grant insert, select, update on calendar.amendment to lien_thong_app;
grant insert, select, update on calendar.office_hours to lien_thong_app;
grant insert, select on calendar.version to lien_thong_app;
