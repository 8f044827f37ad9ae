alter table notification.message add column about uuid, add column plan jsonb;
comment on column notification.message.about is 'The dossier, or what else it is about: what was told of it stands there.';
comment on column notification.message.plan is
  'By what it is told outside if the channel in use loses it: {"trying", "left", "phone", "text", "unitId"}. None once nothing is left.';
create index message_about on notification.message (about, at) where about is not null;
create index message_with_plan on notification.message (at) where plan is not null;

create table notification.template (
  kind text not null,
  procedure_code text not null default '',
  valid_from date not null,
  plain text not null,
  accented text not null,
  is_accented boolean not null,
  channels text[] not null,
  takes text not null constraint template_takes check (takes in ('first', 'all')),
  is_urgent boolean not null,
  changed_by text,
  changed_at timestamptz not null,
  constraint template_pk primary key (kind, procedure_code, valid_from)
);
comment on table notification.template is 'How something is told outside the platform, from a day on: by the systems as declared, or as somebody changed it.';
comment on column notification.template.procedure_code is 'Of one procedure only; empty: of every one without its own.';
comment on column notification.template.plain is 'Without marks: one part holds more than twice as much.';
comment on column notification.template.channels is 'In this order: "push", "sms", "email".';
comment on column notification.template.takes is '"first": the first that works, the next one if it loses it; "all".';
comment on column notification.template.is_urgent is 'Goes also in quiet hours.';
comment on column notification.template.changed_by is 'Who changed it; none: as declared.';

create table notification.quiet_hours (
  is_only boolean constraint quiet_hours_pk primary key default true constraint quiet_hours_only check (is_only),
  begins smallint not null,
  ends smallint not null,
  changed_by text,
  changed_at timestamptz not null
);
comment on table notification.quiet_hours is 'When no phone is to ring, in minutes after midnight.';

create table notification.channel (
  name text constraint channel_pk primary key,
  is_open boolean not null,
  changed_at timestamptz not null
);
comment on table notification.channel is 'By what this installation sends, as its workers said at their start.';

create table notification.wish (
  person_id uuid constraint wish_pk primary key references directory.person (id),
  sms boolean not null,
  email boolean not null,
  push boolean not null,
  changed_at timestamptz not null
);
comment on table notification.wish is 'By what a person wants to be told of their dossiers; without a row by everything they can be reached by.';

grant insert, select, update on notification.template, notification.quiet_hours, notification.channel, notification.wish to lien_thong_app;
