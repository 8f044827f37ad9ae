create schema national_portal;
grant usage on schema national_portal to lien_thong_app;

create table national_portal.delivery (
  dossier_id uuid not null references services.dossier (id),
  kind text not null,
  state text not null default 'waiting',
  wanted integer not null default 1,
  told integer not null default 0,
  revision integer,
  digest text,
  tries integer not null default 0,
  next_at timestamptz not null,
  changed_at timestamptz not null,
  accepted_at timestamptz,
  cause text,
  error text,
  differences jsonb,
  checked_at timestamptz,
  is_check_due boolean not null default false,
  constraint delivery_pk primary key (dossier_id, kind),
  constraint delivery_kind check (kind in ('record', 'progress', 'status')),
  constraint delivery_state check (state in ('waiting', 'sending', 'accepted', 'refused', 'differing')),
  constraint delivery_cause check ((state in ('refused', 'differing')) = (cause is not null))
);
comment on table national_portal.delivery is 'What the national portal is to be told of a dossier: built when it is sent, so that the latest state wins.';
comment on column national_portal.delivery.wanted is 'Counts the changes that are to be told; told = up to which it acknowledged them.';
comment on column national_portal.delivery.revision is 'The revision of the dossier that was told last.';
comment on column national_portal.delivery.digest is 'Of what was acknowledged last: the same is not sent again.';
comment on column national_portal.delivery.next_at is 'When it is tried next; while it is sent, until when another process leaves it alone; infinity = its record must be there first.';
comment on column national_portal.delivery.is_check_due is 'To be compared with what the national portal holds.';
create index delivery_due on national_portal.delivery (kind, next_at, dossier_id) where state in ('waiting', 'sending');
create index delivery_to_check on national_portal.delivery (accepted_at, dossier_id) where is_check_due;
create index delivery_by_cause on national_portal.delivery (cause, kind, dossier_id) where cause is not null;
create index delivery_by_state on national_portal.delivery (kind, state);

create table national_portal.told_step (
  task_id uuid not null,
  dossier_id uuid not null references services.dossier (id),
  told_at timestamptz not null,
  constraint told_step_pk primary key (task_id)
);
comment on table national_portal.told_step is 'Steps of which the national portal acknowledged that they were done.';

create index told_step_by_dossier on national_portal.told_step (dossier_id);

create table national_portal.flow_day (
  day date not null,
  flow text not null,
  sent integer not null default 0,
  accepted integer not null default 0,
  refused integer not null default 0,
  constraint flow_day_pk primary key (day, flow)
);
comment on table national_portal.flow_day is 'Messages of a flow on a day, in Viet Nam.';

create table national_portal.link (
  id integer not null default 1,
  failures integer not null default 0,
  closed_until timestamptz,
  down_since timestamptz,
  slow_since timestamptz,
  answered_at timestamptz,
  took_ms integer,
  error text,
  constraint link_pk primary key (id),
  constraint link_one check (id = 1)
);
comment on table national_portal.link is 'How the national portal answers, for all processes: while it is away nobody asks until closed_until.';
insert into national_portal.link default values;

grant select, insert, update on all tables in schema national_portal to lien_thong_app;
grant delete on national_portal.told_step to lien_thong_app;
